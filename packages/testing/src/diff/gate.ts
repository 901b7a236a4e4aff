import { isObject, textOf } from "../document/json.ts";
import type { OpenApiDocument } from "../document/load-document.ts";
import { type Change, type Step, readChanges } from "./changes.ts";
import { type Pending, largest, readChangesets } from "./changesets.ts";

/** A change, and what it is to those who depend on the contract. */
export interface JudgedChange extends Change {
  /** The contract was wrong here, and the service never was. */
  correction: boolean;
}

/** Whether a contract may be released as it is. */
export interface Judgement {
  /** What changed since the last release. */
  changes: JudgedChange[];
  /** The step that all of them need. */
  needed: Step | undefined;
  /** The largest step that the pending changesets give, if there are any. */
  pending: Step | undefined;
  /** What the pending changesets say, in Markdown. */
  words: string[];
  /** The pending changesets give at least that. */
  enough: boolean;
}

/**
 * Says what changed in a contract since a release, and whether the pending changesets say so.
 *
 * @param base The document that was released.
 * @param revision The one that is to be.
 * @param changesets The folder of the pending changesets.
 * @param name The package whose version follows the contract.
 * @param earlier A folder of changesets that were pending before, and do not count.
 * @throws {DocumentError} When the documents cannot be compared, or the changesets not be read.
 */
export async function judgeRelease(
  base: OpenApiDocument,
  revision: OpenApiDocument,
  changesets: string,
  name: string,
  earlier?: string,
): Promise<Judgement> {
  const changes = await readChanges(base, revision);
  const { info } = base.root;
  const version = isObject(info) ? textOf(info["version"]) : "";
  return judgeChanges(changes, version, await readChangesets(changesets, name, earlier));
}

/**
 * Says which step the changes of a contract need, and whether the pending changesets give it. A correction needs a
 * minor step at most, for the service is as it was. Before version 1.0.0, what breaks needs a minor step.
 */
function judgeChanges(changes: Change[], version: string, pending: Pending): Judgement {
  const judged = changes.map((change) => ({
    ...change,
    correction: isCorrection(change, pending.corrections),
  }));
  const early = version.startsWith("0.");
  const needs = judged.map(({ correction, step }): Step =>
    step === "major" && (correction || early) ? "minor" : step,
  );
  const needed = needs.length === 0 ? undefined : largest(needs);
  const enough =
    needed === undefined || (pending.step !== undefined && largest([needed, pending.step]) === pending.step);
  return { changes: judged, needed, pending: pending.step, words: pending.words, enough };
}

function isCorrection({ place }: Change, corrections: string[]): boolean {
  return corrections.some((corrected) => `${place}/`.startsWith(`${corrected}/`));
}
