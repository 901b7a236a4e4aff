import { select } from "hast-util-select";
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
