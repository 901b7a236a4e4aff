import { fileURLToPath } from "node:url";
import { type Exchange, type Mutant, readContract, readRecording, runMutations } from "@mpc-contract/testing";
import type { Comparison } from "../benchmark.ts";
import { takeTurns } from "../measure/take-turns.ts";

const contractFile = new URL(import.meta.resolve("@mpc-contract/openapi"));
const exchangesFile = fileURLToPath(import.meta.resolve("@mpc-contract/openapi/exchanges.json"));

/** Puts faults into the contract, some in each round, and lets all of its exchanges look for them. */
export async function mutantsPerSecond(quick: boolean): Promise<Comparison> {
  const exchanges: Exchange[] = [];
  for await (const exchange of readRecording(exchangesFile)) exchanges.push(exchange);
  const mutants = runMutations(await readContract(contractFile), exchanges);
  const seen: Mutant[] = [];
  const entries = await takeTurns(
    [{ name: "mpc-contract mutate", kind: "ours", measure: () => rateOf(mutants, quick ? 5 : 40, seen) }],
    quick ? 1 : 6,
  );
  const survivors = seen.filter(({ result }) => result === "survived").length;
  return {
    title: `Faults in the contract, each looked for by ${exchanges.length} exchanges`,
    unit: { name: "faults a second", better: "more" },
    same: `of ${seen.length} faults the exchanges overlook ${survivors}. No peer is known: no other tool was found that puts faults into an OpenAPI document`,
    entries,
  };
}

/** How many of the next faults are done in a second. */
function rateOf(mutants: Generator<Mutant>, count: number, seen: Mutant[]): number {
  const start = performance.now();
  for (let done = 0; done < count; done++) {
    const { done: none, value } = mutants.next();
    if (none === true) throw new Error("there are no more faults");
    seen.push(value);
  }
  return (count * 1000) / (performance.now() - start);
}
