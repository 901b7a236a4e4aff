import { wherever } from "./extension.ts";
import type { Rule } from "./linter.ts";

function isAssumption(item: unknown): boolean {
  if (typeof item !== "object" || item === null) return false;
  const { question, decision, ...rest } = item as Record<string, unknown>;
  return (
    typeof question === "string" &&
    question.trimEnd().endsWith("?") &&
    typeof decision === "string" &&
    decision.trim() !== "" &&
    Object.keys(rest).length === 0
  );
}

/** An `x-assumptions` lists questions that nothing answers, each with what the contract takes to be so. */
export const assumptions: Rule = () =>
  wherever("x-assumptions", (value, place, { report }) => {
    if (!Array.isArray(value) || value.length === 0) {
      report({
        message: "`x-assumptions` is a list with one assumption at least. Add one, or take the list away.",
        location: place,
      });
      return;
    }
    value.forEach((item, index) => {
      if (isAssumption(item)) return;
      report({
        message:
          "An assumption has exactly `question`, which ends with a question mark, and `decision`. Write these two.",
        location: place.child(index),
      });
    });
  });
