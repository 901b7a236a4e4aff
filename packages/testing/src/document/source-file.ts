import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Document, LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";
import type { Json } from "./json.ts";

/** A file of a document. */
export interface SourceFile {
  url: URL;
  text: string;
  value: Json;
  /** The line and column where a value is written, or its key where it has one, both from 1. */
  positionOf(keys: string[]): { line: number; column: number };
}

/** The document cannot be used. The message says in one line what, where and why. */
export class DocumentError extends Error {
  override name = "DocumentError";
}

/** Reads a file from a disk or over HTTP. */
export async function readSource(url: URL): Promise<SourceFile> {
  return parseSource(url, await readText(url));
}

async function readText(url: URL): Promise<string> {
  try {
    if (url.protocol === "file:") return await readFile(url, "utf8");
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    if (!response.ok) throw new Error(`the server answered with status ${response.status}`);
    return await response.text();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : message;
    throw new DocumentError(`${nameOf(url)}: cannot be read: ${reason}`, { cause: error });
  }
}

/** What to call a file in a message: its path where it is on a disk. */
export function nameOf(url: URL): string {
  return url.protocol === "file:" ? fileURLToPath(url) : url.href;
}

function parseSource(url: URL, text: string): SourceFile {
  let parsed: { tree: Document; lines: LineCounter } | undefined;
  const parse = (): { tree: Document; lines: LineCounter } => {
    if (parsed) return parsed;
    const lines = new LineCounter();
    const tree = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    return (parsed = { tree, lines });
  };
  return {
    url,
    text,
    value: url.pathname.endsWith(".json") ? readJson(url, text) : readYaml(url, parse()),
    positionOf(keys) {
      const { lines, tree } = parse();
      const { col, line } = lines.linePos(offsetOf(tree, keys));
      return { line, column: col };
    },
  };
}

function readJson(url: URL, text: string): Json {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as Json;
  } catch (error) {
    throw new DocumentError(`${nameOf(url)}: not JSON: ${(error as Error).message}`, { cause: error });
  }
}

function readYaml(url: URL, { tree, lines }: { tree: Document; lines: LineCounter }): Json {
  const [error] = tree.errors;
  if (error) {
    const { col, line } = lines.linePos(error.pos[0]);
    throw new DocumentError(`${nameOf(url)}:${line}:${col}: not YAML: ${error.message}`, { cause: error });
  }
  try {
    return tree.toJS() as Json;
  } catch (error) {
    throw new DocumentError(`${nameOf(url)}: not YAML: ${(error as Error).message}`, { cause: error });
  }
}

/** Where the key of a value begins, or the value when it is an item of a list. Where it is missing, its parent. */
function offsetOf(tree: Document, keys: string[]): number {
  let node: unknown = tree.contents;
  let offset = 0;
  for (const key of keys) {
    if (isAlias(node)) node = node.resolve(tree);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (!isPair(pair)) return offset;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
