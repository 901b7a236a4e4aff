import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../src/content/docs/guides/", import.meta.url));

/** A fenced block of a guide. */
export interface Fence {
  /** The line on which it opens. */
  line: number;
  language: string;
  /** The file it is, when it is one. */
  title: string | undefined;
  /** What is to be done with it, when that is not what its language says. */
  marks: string[];
  code: string;
}

export interface Guide {
  name: string;
  text: string;
  fences: Fence[];
}

const fence = /^```(\w+)(.*)\n([\s\S]*?)^```$/gm;

/** Reads the guides, and in each all that is fenced. */
export const guides: Guide[] = readdirSync(folder)
  .filter(isReadHere)
  .map((file) => {
    const text = readFileSync(folder + file, "utf8");
    const fences = [...text.matchAll(fence)].map(
      ({ 1: language = "", 2: meta = "", 3: code = "", index }) => {
        const { 1: title } = /title="([^"]*)"/.exec(meta) ?? [];
        const marks = meta.replace(/\w+="[^"]*"/g, "").match(/\S+/g) ?? [];
        return { line: text.slice(0, index).split("\n").length, language, title, marks, code };
      },
    );
    return { name: file.replace(".mdx", ""), text, fences };
  });

/** Tokens come from IAM, which `authentication.test.ts` stands in for. */
function isReadHere(file: string): boolean {
  return file !== "authentication.mdx";
}

/** The file in which a block of TypeScript stands when it is run. */
export function fileOf({ line, title }: Fence): string {
  return title ?? `line-${line}.ts`;
}
