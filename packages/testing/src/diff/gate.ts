import { type Change, type Step } from "./changes.ts";
import { type Pending, largest } from "./changesets.ts";

/** A change, and what it is to those who depend on the contract. */
interface JudgedChange extends Change {
  /** The contract was wrong here, and the service never was. */
  correction: boolean;
}

export interface Judgement {
  changes: JudgedChange[];
  /** The step that all of them need. */
  needed: Step | undefined;
  pending: Step | undefined;
  /** The pending changesets give at least that. */
  enough: boolean;
}

/**
 * Says which step the changes of a contract need, and whether the pending changesets give it. A correction needs a
 * minor step at most, for the service is as it was. Before version 1.0.0, what breaks needs a minor step.
 */
export function judgeChanges(changes: Change[], version: string, pending: Pending): Judgement {
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
  return { changes: judged, needed, pending: pending.step, enough };
}

function isCorrection({ place }: Change, corrections: string[]): boolean {
  return corrections.some((corrected) => `${place}/`.startsWith(`${corrected}/`));
}
