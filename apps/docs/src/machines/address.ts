/** Where the site is published. */
export interface Publication {
  /** The origin; not known to every build. */
  site?: string | undefined;
  base: string;
}

/**
 * Where a link leads: in full when the origin of the site is known, else from its root.
 *
 * @param page The path of the page that has the link, under the base path.
 */
export function publicAddress(href: string, { site, base }: Publication, page = ""): string {
  const root = new URL(`${base.replace(/\/$/, "")}/`, site ?? "http://nowhere.invalid");
  const url = new URL(href, new URL(page, root));
  return site === undefined && url.origin === root.origin ? url.href.slice(url.origin.length) : url.href;
}

/** Where a page is as Markdown. */
export function markdownAddress(pathname: string): string {
  return `${pathname.replace(/\/?$/, "/")}index.md`;
}
