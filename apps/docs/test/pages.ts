import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The site as it was built for the root of an origin. */
export const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** The HTML files of a folder, by their path in it. */
export function pagesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [relative(folder, file), readFileSync(file, "utf8")]));
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What a person without JavaScript reads: the text of HTML without scripts and styles. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style|template)\b.*?<\/\1>/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
      (entity, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return entities[name] ?? entity;
        return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
      },
    );
}

/** The part of a page that begins at an ID and ends before the next heading. */
export function partAt(html: string, id: string): string | undefined {
  const start = html.indexOf(`<h`, html.search(new RegExp(`<h\\d[^>]* id="${RegExp.escape(id)}"`)));
  if (!html.includes(`id="${id}"`) || start < 0) return undefined;
  const rest = html.slice(start);
  const end = rest.slice(1).search(/<h\d\b/);
  return end < 0 ? rest : rest.slice(0, end + 1);
}

/** Whether a text says something, which may be Markdown, in these words. Marks and spaces do not count. */
export function says(text: string, what: string | number): boolean {
  if (/^[\w-]{1,12}$/.test(String(what))) {
    return new RegExp(`(?<![\\w-])${RegExp.escape(String(what))}(?![\\w-])`).test(text);
  }
  // Other things may stand between two paragraphs.
  return String(what)
    .split("\n\n")
    .every((paragraph) => bare(text).includes(bare(paragraph)));
}

/** Texts without marks and spaces, which are asked for many times: a text may be that of all pages. */
const bareTexts = new Map<string, string>();

function bare(text: string): string {
  const stripped = bareTexts.get(text) ?? text.replace(/^ *- |[\s`*]/gm, "");
  bareTexts.set(text, stripped);
  return stripped;
}
