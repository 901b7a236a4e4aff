import type { JudgedChange } from "@mpc-contract/testing";

/** What a change is to those who depend on the contract: a word for it, and what the word means. */
export const effects = {
  breaking: "What was right before may be wrong now.",
  correction: "The contract was wrong, and the service is as it was.",
  compatible: "More is said or allowed, and what was right still is.",
  wording: "What a message may hold is the same. What is said about it changed.",
};

export type Effect = keyof typeof effects;

const effectOfStep = { major: "breaking", minor: "compatible", patch: "wording" } as const;

export function effectOf({ correction, step }: JudgedChange): Effect {
  return correction ? "correction" : effectOfStep[step];
}

/** The changes in the order in which they matter. */
export function byEffect(changes: JudgedChange[]): JudgedChange[] {
  const order = Object.keys(effects);
  return changes.toSorted((one, other) => order.indexOf(effectOf(one)) - order.indexOf(effectOf(other)));
}
