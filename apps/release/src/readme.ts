import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { root } from "./packages.ts";

/** A fenced block of a README. */
export interface Block {
  /** The README, and the line on which the fence opens. */
  at: string;
  language: string;
  code: string;
}

/** A block, unless a comment before it names the file that it is taken from: that file has a test of its own. */
const fence = /(^<!-- \S+ -->\n\n)?^```(\w+)\n([^]*?)^```$/gm;

/** Reads the blocks of the README in a folder. */
export async function readBlocks(folder: string): Promise<Block[]> {
  const file = join(folder, "README.md");
  const text = await readFile(file, "utf8");
  return [...text.matchAll(fence)]
    .filter(([, taken]) => taken === undefined)
    .map(({ 2: language, 3: code, index }) => ({
      at: `${relative(root, file)}:${text.slice(0, index).split("\n").length}`,
      language: language!,
      code: code!,
    }));
}
