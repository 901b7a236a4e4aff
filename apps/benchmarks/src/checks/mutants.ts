import { fileURLToPath } from "node:url";
import { type Exchange, type Mutant, readContract, readRecording, runMutations } from "@mpc-contract/testing";
import type { Comparison } from "../benchmark.ts";
import { roundsForInterval } from "../measure/spread.ts";
import { takeTurns } from "../measure/take-turns.ts";
import { secondsOf } from "../measure/time.ts";

const contractFile = new URL(import.meta.resolve("@mpc-contract/openapi"));
const exchangesFile = fileURLToPath(import.meta.resolve("@mpc-contract/openapi/exchanges.json"));

/** Puts all faults into the contract, and lets all of its exchanges look for them; then some of them, the same each round. */
export async function mutantsPerSecond(quick: boolean): Promise<Comparison> {
  const exchanges: Exchange[] = [];
  for await (const exchange of readRecording(exchangesFile)) exchanges.push(exchange);
  const contract = await readContract(contractFile);
  const all: Mutant[] = [...runMutations(contract, exchanges).take(quick ? 8 : Infinity)];
  const some = all.filter((_, index) => index % 8 === 0);
  const entries = await takeTurns(
    [
      {
        name: "mpc-contract mutate",
        kind: "ours",
        async measure() {
          return some.length / (await secondsOf(() => [...runMutations(contract, exchanges, some)]));
        },
      },
    ],
    quick ? 1 : roundsForInterval,
    // All have been looked for once.
    0,
  );
  const survivors = all.filter(({ result }) => result === "survived").length;
  return {
    title: `Faults in the contract, each looked for by ${exchanges.length} exchanges`,
    unit: { name: "faults a second", better: "more" },
    same: `the same ${some.length} in each round, one of eight of all ${all.length}, of which the exchanges overlook ${survivors}. No peer is known: no other tool was found that puts faults into an OpenAPI document`,
    entries,
  };
}
