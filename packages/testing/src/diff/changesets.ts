import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { isObject } from "../document/json.ts";
import { DocumentError } from "../document/source-file.ts";
import type { Step } from "./changes.ts";

/** What the pending changesets say about a package. */
export interface Pending {
  /** The largest step, if there is any. */
  step: Step | undefined;
  /** Their texts, in Markdown. */
  words: string[];
  /**
   * Places of the contract that were wrong while the service never was, as the changesets say in lines such as
   * ``Correction: `#/components/schemas/TaskId/type` ``.
   */
  corrections: string[];
}

const steps: readonly Step[] = ["patch", "minor", "major"];

/**
 * Reads the pending changesets of a folder.
 *
 * @param earlier A folder of changesets that were pending before: those that are in it as they are here do not count.
 * @throws {DocumentError} When the folder or a changeset cannot be read.
 */
export async function readChangesets(folder: string, name: string, earlier?: string): Promise<Pending> {
  const pending: Pending = { step: undefined, words: [], corrections: [] };
  const files = await listFiles(folder);
  const known = new Set(earlier === undefined ? [] : await listFiles(earlier));
  for (const file of files.filter((file) => file.endsWith(".md") && file !== "README.md").toSorted()) {
    const text = await readFile(join(folder, file), "utf8");
    if (known.has(file) && (await readFile(join(earlier!, file), "utf8")) === text) continue;
    const [, head = "", body = ""] = /^---\r?\n([^]*?)\r?\n---\r?\n?([^]*)$/.exec(text) ?? [];
    const packages = parse(head) as unknown;
    const step = isObject(packages) ? (packages[name] as Step | undefined) : undefined;
    if (step === undefined) continue;
    pending.step = largest([pending.step ?? "patch", step]);
    pending.words.push(body.trim());
    for (const [, place = ""] of body.matchAll(/^Correction: `(#[^`]*)`/gm)) pending.corrections.push(place);
  }
  return pending;
}

async function listFiles(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    throw new DocumentError(`${folder}: there is no such folder`, { cause: error });
  });
}

/** The largest of some steps. */
export function largest(some: Step[]): Step {
  return steps[Math.max(0, ...some.map((step) => steps.indexOf(step)))]!;
}
