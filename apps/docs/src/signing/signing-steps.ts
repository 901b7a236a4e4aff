import { firstDifference, readPasted, stageOf } from "./compare.ts";
import { formatDate } from "./date.ts";
import { explain, type Explained, type Problem, type Typed } from "./explain.ts";
import { partOfLine, textsOf, type Stage } from "./stages.ts";
import { agreement, disagreement } from "./verdict.ts";

/** How long a result must stand before it is read out, in milliseconds: not at every letter. */
const quiet = 1000;
/** How long a button says that it has copied, in milliseconds. */
const thanks = 2000;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The fields of a request and a key, and the stages of its signature, computed here as they are typed. */
class SigningSteps extends HTMLElement {
  #explained: Explained | undefined;
  /** Counts what was typed: a result that comes after that of a later letter is dropped. */
  #turn = 0;
  #toSpeak: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    if (globalThis.crypto?.subtle === undefined) {
      this.#say("This page did not come over HTTPS, and a browser signs nothing on such a page.", true);
      return;
    }
    for (const control of this.querySelectorAll<HTMLInputElement>("[disabled]")) control.disabled = false;
    this.addEventListener("input", () => void this.#typed());
    // The fields have their first values again only after the event.
    this.addEventListener("reset", () => setTimeout(() => void this.#typed()));
    this.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLButtonElement) void this.#pressed(target);
    });
    void this.#update();
  }

  async #typed(): Promise<void> {
    const problem = await this.#update();
    clearTimeout(this.#toSpeak);
    this.#toSpeak = setTimeout(() => {
      const signature = this.#explained?.signature.slice(0, 8) ?? "";
      this.#find("[role=status]").textContent = problem ?? `The signature begins with ${signature}.`;
    }, quiet);
  }

  /** Computes and shows. Gives what is wrong, if anything. */
  async #update(): Promise<string | undefined> {
    const turn = ++this.#turn;
    const result = await explain(this.#read());
    if (turn !== this.#turn) return undefined;
    const problem = "problem" in result ? result : undefined;
    this.#mark(problem);
    if ("problem" in result) return result.problem;
    this.#explained = result;
    for (const [stage, texts] of Object.entries(textsOf(result))) {
      this.querySelectorAll(`[data-stage="${stage}"] .text`).forEach((place, index) => {
        place.textContent = texts[index] ?? "";
      });
    }
    this.#compare(result);
    return undefined;
  }

  #read(): Typed {
    const controls = [...this.querySelectorAll<Control>("[data-field]")];
    const values = (of: Control[]) =>
      Object.fromEntries(of.map(({ dataset, value }) => [dataset["field"], value]));
    const isHeader = ({ dataset }: Control) => dataset["header"] !== undefined;
    const fields = values(controls.filter((control) => !isHeader(control)));
    return { ...(fields as unknown as Omit<Typed, "headers">), headers: values(controls.filter(isHeader)) };
  }

  /** Says what is wrong, at its field. The stages that stay are those of before, and are seen to be. */
  #mark(problem: Problem | undefined): void {
    for (const old of this.querySelectorAll(".problem")) old.remove();
    for (const control of this.querySelectorAll("[aria-invalid]")) {
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-errormessage");
    }
    this.#find("[data-stages]").toggleAttribute("data-old", problem !== undefined);
    if (problem === undefined) {
      this.#say("Computed from what stands in the fields.", false);
      return;
    }
    this.#say("Not computed: mend the marked field. What is shown is the last result.", true);
    const control = this.#find(`[data-field="${problem.field}"]`);
    const words = document.createElement("p");
    words.className = "problem";
    words.id = `${control.id}-problem`;
    words.textContent = problem.problem;
    control.closest(".field")?.append(words);
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-errormessage", words.id);
  }

  #compare(explained: Explained): void {
    for (const old of this.querySelectorAll("[data-differs]")) old.removeAttribute("data-differs");
    const theirs = readPasted(this.#find<HTMLTextAreaElement>("#signing-theirs").value);
    const stage = stageOf(theirs, explained);
    const title = this.#find(`#stage-${stage}`).textContent;
    const difference = firstDifference(theirs, explained[stage]);
    this.#find("[data-verdict]").replaceChildren(
      ...(theirs === ""
        ? []
        : difference === undefined
          ? agreement(title)
          : disagreement(title, this.#markPart(stage, difference.line, explained), difference)),
    );
  }

  /** Marks the part in which a line is, and gives its name. */
  #markPart(stage: Stage, line: number, explained: Explained): string | undefined {
    const parts = this.querySelectorAll(`[data-stage="${stage}"] [data-part]`);
    const part = parts[partOfLine(line, stage, explained)];
    part?.setAttribute("data-differs", "");
    return part?.querySelector(".name")?.textContent;
  }

  async #pressed(button: HTMLButtonElement): Promise<void> {
    const { copy, now, reveal } = button.dataset;
    if (now !== undefined) {
      this.#find<HTMLInputElement>("[data-field=date]").value = formatDate(new Date());
      await this.#typed();
    } else if (reveal !== undefined) {
      const secret = this.#find<HTMLInputElement>("[data-field=secretKey]");
      secret.type = secret.type === "password" ? "text" : "password";
      button.setAttribute("aria-pressed", String(secret.type === "text"));
    } else if (copy !== undefined && this.#explained !== undefined) {
      await this.#copy(button, copy as Stage, this.#explained);
    }
  }

  /** Copies a stage. Where the browser does not allow that, says so at the stage. */
  async #copy(button: HTMLButtonElement, stage: Stage, explained: Explained): Promise<void> {
    const copied = await navigator.clipboard.writeText(explained[stage]).then(
      () => true,
      () => false,
    );
    this.#find(`[data-stage="${stage}"] .refused`).textContent = copied
      ? ""
      : "Your browser does not let this page copy. Select the text, and copy it yourself.";
    if (!copied) return;
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), thanks);
  }

  #say(words: string, bad: boolean): void {
    this.#find("[data-says]").textContent = words;
    this.#find("[data-state]").toggleAttribute("data-bad", bad);
  }

  #find<T extends HTMLElement>(selector: string): T {
    const element = this.querySelector<T>(selector);
    if (element === null) throw new Error(`There is no ${selector}`);
    return element;
  }
}

customElements.define("signing-steps", SigningSteps);
