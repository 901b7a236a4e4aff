import { type Contract, createContract } from "../contract/contract.ts";
import { type Coverage, createCoverage, unseenItems } from "../coverage/coverage.ts";
import { type JsonObject, withValue } from "../document/json.ts";
import { DocumentError } from "../document/source-file.ts";
import { checkExamples } from "../exchange/check-examples.ts";
import { judgeExchange } from "../exchange/check-exchange.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { proveEquivalent } from "./prove-equivalent.ts";
import type { Mutation } from "./mutation.ts";
import { mutationsOf } from "./mutations.ts";

/** What became of a mutant. */
export type Outcome =
  /** An exchange is not as it says. */
  | { result: "killed"; by: "exchange"; exchange: string }
  /** An example of the contract no longer keeps its schema, or the document cannot be read. */
  | { result: "killed"; by: "example" | "document" }
  /** The exchanges show less of the contract than they did, or show what it does not have. */
  | { result: "killed"; by: "coverage"; unseen: string }
  /** No message tells it from the contract. */
  | { result: "equivalent"; proof: string }
  | { result: "survived" };

/** A fault that was put into the contract, and whether the checks noticed it. */
export type Mutant = Mutation & Outcome;

/**
 * Puts each fault into the contract, one at a time, and runs the checks of the exchanges against it.
 *
 * @param mutations The faults; every one that there is when absent.
 * @returns The mutants, as they are done.
 */
export function* runMutations(
  contract: Contract,
  exchanges: Exchange[],
  mutations: Iterable<Mutation> = mutationsOf(contract.root),
): Generator<Mutant> {
  const before = coverageOf(contract, exchanges);
  const unseenBefore = new Set(unseenItems(before).map(({ item, unseen }) => `${unseen} ${item.key}`));
  const wrongBefore = checkExamples(contract).length;
  for (const mutation of mutations) {
    yield {
      ...mutation,
      ...outcomeOf(contract, mutation, exchanges, {
        unseenBefore,
        wrongBefore,
        undocumented: before.undocumented.size,
      }),
    };
  }
}

function coverageOf(contract: Contract, exchanges: Exchange[]): Coverage {
  const { coverage, see } = createCoverage(contract);
  for (const exchange of exchanges) see(exchange);
  return coverage;
}

interface Before {
  unseenBefore: Set<string>;
  wrongBefore: number;
  undocumented: number;
}

function outcomeOf(contract: Contract, mutation: Mutation, exchanges: Exchange[], before: Before): Outcome {
  const root = withValue(contract.root, mutation.changed, mutation.value) as JsonObject;
  try {
    const mutant = createContract({ ...contract, root }, { contract, changed: mutation.changed });
    const exchange = exchanges.find((exchange) => judgeExchange(mutant, exchange).surprises.length > 0);
    if (exchange) return { result: "killed", by: "exchange", exchange: exchange.name };
    if (checkExamples(mutant).length > before.wrongBefore) return { result: "killed", by: "example" };
    const proof = proveEquivalent(contract, mutant, mutation);
    if (proof !== undefined) return { result: "equivalent", proof };
    const coverage = coverageOf(mutant, exchanges);
    const unseen = unseenItems(coverage).find(
      ({ item, unseen }) => !before.unseenBefore.has(`${unseen} ${item.key}`),
    );
    if (unseen)
      return { result: "killed", by: "coverage", unseen: `${unseen.item.kind} ${unseen.item.label}` };
    if (coverage.undocumented.size > before.undocumented) {
      return { result: "killed", by: "coverage", unseen: [...coverage.undocumented].at(-1)! };
    }
    return { result: "survived" };
  } catch (error) {
    if (error instanceof DocumentError) return { result: "killed", by: "document" };
    throw error;
  }
}
