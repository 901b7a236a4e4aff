import { readFile, stat, writeFile } from "node:fs/promises";
import { selectAll } from "hast-util-select";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

// With the places of the tags: what is not filled in stays as it was written, to the last character.
const parser = unified().use(rehypeParse, { verbose: true });

/**
 * Writes the sizes of files where a page has an empty element for one.
 *
 * @param dist The folder of the built site, in which the files are.
 * @returns Whether the page has such elements.
 */
export async function fillSizes(page: URL, dist: URL): Promise<boolean> {
  const html = await readFile(page, "utf8");
  const sizes = await Promise.all(
    selectAll("[data-size]", parser.parse(html)).map(async ({ data, properties }) => {
      const { size } = await stat(new URL(String(properties["dataSize"]), dist));
      return { at: data?.position?.opening?.end.offset, text: `${Math.ceil(size / 1000)} kB` };
    }),
  );
  if (sizes.length === 0) return false;
  const filled = sizes.reduceRight(
    (text, size) => text.slice(0, size.at) + size.text + text.slice(size.at),
    html,
  );
  await writeFile(page, filled);
  return true;
}
