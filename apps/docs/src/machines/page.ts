import { select, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import type { Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

/** A page of the built site. */
export interface BuiltPage {
  /** Its path under the base path: `reference/listEncryptionTasks/`. */
  path: string;
  title: string;
  description: string;
  language: string;
  tree: Root;
}

/** A group of the navigation, or what stands outside of all groups. */
export interface NavigationGroup {
  label: string | undefined;
  /** The addresses of its pages. */
  links: string[];
}

const parser = unified().use(rehypeParse);

/** Reads the HTML of a page. */
export function readPage(path: string, html: string): BuiltPage {
  const tree = parser.parse(html);
  const property = (selector: string, name: string) => String(select(selector, tree)?.properties[name] ?? "");
  const heading = select("main h1", tree);
  return {
    path,
    title: heading === undefined ? "" : toString(heading).trim(),
    description: property("meta[name=description]", "content"),
    language: property("html", "lang"),
    tree,
  };
}

/** The navigation that a page shows, in its order. */
export function navigationOf({ tree }: BuiltPage): NavigationGroup[] {
  return selectAll(".sidebar-content .top-level > li", tree).map((item) => {
    const label = select(".group-label", item);
    return {
      label: label === undefined ? undefined : toString(label).trim(),
      links: selectAll("a", item).map(({ properties }) => String(properties["href"])),
    };
  });
}
