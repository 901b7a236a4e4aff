import { selectAll } from "hast-util-select";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { BuiltPage } from "./page.ts";
import { plain } from "./plain.ts";

const writer = unified()
  .use(rehypeRemark)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: "-", emphasis: "*", rule: "-" })
  .freeze();

/**
 * The Markdown of a page.
 *
 * @param address Where the page is, which its links are relative to.
 */
export async function markdownOf(page: BuiltPage, address: (path: string) => string): Promise<string> {
  const tree = plain(page.tree);
  for (const { properties } of selectAll("a[href]", tree))
    properties["href"] = address(String(properties["href"]));
  return writer.stringify(await writer.run(tree));
}
