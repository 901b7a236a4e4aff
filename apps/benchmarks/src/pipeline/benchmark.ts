import type { Benchmark, Comparison, Effort } from "../benchmark.ts";
import { roundsForInterval } from "../measure/spread.ts";
import { takeTurns } from "../measure/take-turns.ts";
import { documentOf, itself } from "./document.ts";
import { growthBetween } from "./growth.ts";
import { generating, reading } from "./steps.ts";
import { takeSteps } from "./take-steps.ts";
import { copyWorkspace } from "./workspace.ts";

export const benchmark: Benchmark = {
  title: "Contract pipeline",
  question:
    "How long does one who changes the contract wait, and how does that grow with the number of operations, beside other generators of clients?",
  run,
};

async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  yield await measureWhole(quick ? 1 : roundsForInterval);
  const sizes = quick
    ? [{ title: "6 operations", document: documentOf(6), rounds: 1 }]
    : [
        { title: "This contract", document: itself(), rounds: roundsForInterval },
        { title: "30 operations", document: documentOf(30), rounds: 3 },
        { title: "300 operations", document: documentOf(300), rounds: 2 },
        { title: "3,000 operations", document: documentOf(3000), rounds: 1 },
      ];
  const compared: Comparison[][] = [];
  for (const { document, rounds, title } of sizes) {
    const generated = await takeSteps(
      `${title}, to what programs are compiled with`,
      document,
      generating,
      rounds,
    );
    yield generated;
    const read = await takeSteps(`${title}, all else`, document, reading, rounds);
    yield read;
    compared.push([generated, read]);
  }
  const [less, more] = compared.slice(-2);
  if (less !== undefined && more !== undefined)
    yield growthBetween("3,000 operations instead of 300", less, more);
}

/** Lint, bundle, generate and build, as the scripts of this repository do it. */
async function measureWhole(rounds: number): Promise<Comparison> {
  const make = copyWorkspace();
  return {
    title: "This contract, from its sources to built packages",
    unit: { name: "s", better: "less" },
    same: `lint, bundle, generate and build of the contract, the client and the validator: all run, or all come out of turbo's cache`,
    entries: await takeTurns(
      [
        { name: "ours, anew", kind: "ours", measure: () => make("anew") },
        { name: "ours, nothing changed", kind: "ours", measure: () => make("cache") },
      ],
      rounds,
      0,
    ),
  };
}
