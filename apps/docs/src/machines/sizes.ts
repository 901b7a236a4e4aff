import { readFile, stat, writeFile } from "node:fs/promises";

/** An empty element that is to hold the size of a file. */
const place = /(<[^>]* data-size="([^"]*)"[^>]*>)(?=<\/)/g;

/**
 * Writes the sizes of files where a page has a place for them.
 *
 * @param dist The folder of the built site, in which the files are.
 * @returns Whether the page has such places.
 */
export async function fillSizes(page: URL, dist: URL): Promise<boolean> {
  const html = await readFile(page, "utf8");
  const files = [...html.matchAll(place)].map(([, , file = ""]) => file);
  const sizes = new Map(
    await Promise.all(files.map(async (file) => [file, (await stat(new URL(file, dist))).size] as const)),
  );
  if (sizes.size === 0) return false;
  await writeFile(
    page,
    html.replace(
      place,
      (_, tag: string, file: string) => `${tag}${Math.ceil((sizes.get(file) ?? 0) / 1000)} kB`,
    ),
  );
  return true;
}
