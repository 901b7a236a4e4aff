interface Found {
  url: string;
  title: string;
  /** HTML: the words around, with what was searched for in `mark`. */
  excerpt: string;
}

interface Pagefind {
  debouncedSearch(
    term: string,
  ): Promise<null | { results: { data(): Promise<{ meta: { title?: string }; sub_results: Found[] }> }[] }>;
}

const pages = 6;
const placesOfEach = 3;

/** The search in the header: a dialog that asks Pagefind, the index made when the site is built. */
class SiteSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    const open = this.#find<HTMLButtonElement>("button.open");
    open.disabled = false;
    open.addEventListener("click", () => this.#open());
    this.#find<HTMLInputElement>("input").addEventListener("input", () => void this.#search());
    document.addEventListener("keydown", (event) => {
      if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.#open();
    });
    // A result on the page that is open already loads nothing, so the dialog must go by itself.
    this.#find("ol").addEventListener("click", () => this.#find<HTMLDialogElement>("dialog").close());
  }

  #open(): void {
    this.#pagefind ??= import(/* @vite-ignore */ this.dataset["pagefind"] ?? "") as Promise<Pagefind>;
    this.#find<HTMLDialogElement>("dialog").showModal();
  }

  async #search(): Promise<void> {
    const term = this.#find<HTMLInputElement>("input").value.trim();
    const pagefind = await this.#pagefind;
    const search = term === "" ? { results: [] } : await pagefind?.debouncedSearch(term);
    // Another letter was typed meanwhile.
    if (search === null || search === undefined) return;
    const found = await Promise.all(search.results.slice(0, pages).map((result) => result.data()));
    this.#find("[role=status]").textContent =
      term !== "" && found.length === 0 ? (this.dataset["nothing"] ?? "") : "";
    // What has just that name comes first: a parameter, an error code, a function.
    const ranked = <T extends Found>(places: T[]) =>
      places.toSorted((one, other) => rank(one, term) - rank(other, term));
    const places = found.flatMap(({ meta, sub_results }) =>
      ranked(sub_results)
        .slice(0, placesOfEach)
        .map((place) => ({ ...place, page: meta.title ?? "" })),
    );
    this.#find("ol").replaceChildren(...ranked(places).map((place) => item(place, place.page)));
  }

  #find<T extends HTMLElement>(selector: string): T {
    const element = this.querySelector<T>(selector);
    if (element === null) throw new Error(`The search has no ${selector}`);
    return element;
  }
}

function rank({ title }: Found, term: string): number {
  return title.toLowerCase() === term.toLowerCase() ? 0 : 1;
}

function item({ url, title, excerpt }: Found, page: string): HTMLElement {
  const link = document.createElement("a");
  link.href = url;
  const heading = document.createElement("strong");
  heading.textContent = title === page ? page : `${page}: ${title}`;
  const words = document.createElement("small");
  words.innerHTML = excerpt;
  link.append(heading, words);
  const item = document.createElement("li");
  item.append(link);
  return item;
}

customElements.define("site-search", SiteSearch);
