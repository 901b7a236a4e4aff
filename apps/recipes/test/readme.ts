import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The folder that all else is in. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A fenced block of TypeScript in a README. */
export interface Block {
  /** The README, and the line on which the fence opens. */
  name: string;
  extension: "ts" | "tsx";
  code: string;
  /** The file that it is to be the same as, when a comment before it names one. */
  source: string | undefined;
}

const fence = /(?:^<!-- (\S+) -->\n\n)?^```(tsx?)\n([\s\S]*?)^```$/gm;

/** Reads all blocks of TypeScript in a README. */
export async function readBlocks(readme: string): Promise<Block[]> {
  const text = await readFile(root + readme, "utf8");
  return [...text.matchAll(fence)].map(({ 0: all, 1: source, 2: extension, 3: code, index }) => {
    const line = text.slice(0, index + all.indexOf("```")).split("\n").length;
    return { name: `${readme}:${line}`, extension: extension as Block["extension"], code: code!, source };
  });
}
