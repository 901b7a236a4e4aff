import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { JSONParser } from "@streamparser/json";
import { parse } from "yaml";
import { isObject } from "../document/json.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { createCutter } from "./cut-objects.ts";
import { ExchangeError, toExchange } from "./to-exchange.ts";

/** A recording cannot be read. The message says in one line which, where and why. */
export class RecordingError extends Error {
  override name = "RecordingError";
}

/**
 * Reads the exchanges of a recording, one after the other: a HAR (`.har`), one exchange a line (`.ndjson`,
 * `.jsonl`), or a file of exchanges (`.yaml`, `.json`).
 *
 * @throws {RecordingError} When it cannot be read, or holds no exchange.
 */
export async function* readRecording(file: string): AsyncGenerator<Exchange> {
  let count = 0;
  try {
    for await (const exchange of exchangesOf(file)) {
      count += 1;
      yield exchange;
    }
  } catch (error) {
    throw toRecordingError(file, error);
  }
  if (count === 0) throw new RecordingError(`${file}: holds no exchange`);
}

function exchangesOf(file: string): AsyncGenerator<Exchange> {
  if (/\.har$/i.test(file)) return readHar(file);
  if (/\.(?:ndjson|jsonl)$/i.test(file)) return readLines(file);
  return readWhole(file);
}

async function* readLines(file: string): AsyncGenerator<Exchange> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === "") continue;
    const name = `${file}:${number}`;
    yield toExchange(parseJson(line, name), name);
  }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new RecordingError(`${name}: not JSON: ${(error as Error).message.slice(0, 100)}`, {
      cause: error,
    });
  }
}

/** In a HAR, an entry is in a list, in the log, in the whole. */
const entryDepth = 3;
const placeholder = Buffer.from("null");

/**
 * Reads the entries of a HAR while it is read from the disk, so that its length does not matter. A parser that can stop
 * anywhere is slow: it is left what is around the entries, and `JSON.parse` each entry.
 */
async function* readHar(file: string): AsyncGenerator<Exchange> {
  const cut = createCutter(entryDepth);
  const parser = new JSONParser({ paths: ["$.log.entries.*"], keepStack: false });
  const entries: unknown[] = [];
  let number = 0;
  parser.onValue = ({ value }) => void entries.push(value);
  for await (const chunk of createReadStream(file)) {
    for (const piece of cut(chunk as Buffer)) {
      if ("around" in piece) {
        parser.write(piece.around);
        continue;
      }
      const object = parseJson(piece.object, `${file}#${number + entries.length}`);
      const count = entries.length;
      parser.write(placeholder);
      // Others are as deep, such as the pages.
      if (entries.length > count) entries[count] = object;
    }
    for (const entry of entries.splice(0)) {
      const name = `${file}#${number++}`;
      if (!isUnanswered(entry)) yield toExchange(entry, name);
    }
  }
  if (!parser.isEnded) throw new RecordingError(`${file}: the HAR ends too early`);
}

/** A browser writes the status 0 for a request that was blocked or broken off. */
function isUnanswered(entry: unknown): boolean {
  return isObject(entry) && isObject(entry["response"]) && entry["response"]["status"] === 0;
}

async function* readWhole(file: string): AsyncGenerator<Exchange> {
  const text = await readFile(file, "utf8");
  const content = /\.json$/i.test(file) ? parseJson(text, file) : (parse(text) as unknown);
  const list = Array.isArray(content)
    ? content
    : isObject(content) && !("request" in content)
      ? Object.values(content).flat()
      : [content];
  for (const [index, value] of list.entries()) {
    const name =
      isObject(value) && typeof value["name"] === "string"
        ? `${file} ${value["name"]}`
        : list.length > 1
          ? `${file}#${index}`
          : file;
    yield toExchange(value, name);
  }
}

function toRecordingError(file: string, error: unknown): Error {
  if (error instanceof RecordingError) return error;
  if (error instanceof ExchangeError) return new RecordingError(error.message, { cause: error });
  const { code, message } = error as NodeJS.ErrnoException;
  const reason =
    code === "ENOENT"
      ? "there is no such file"
      : code === "EISDIR"
        ? "it is a folder"
        : message.split("\n", 1)[0];
  return new RecordingError(`${file}: cannot be read: ${reason}`, { cause: error });
}
