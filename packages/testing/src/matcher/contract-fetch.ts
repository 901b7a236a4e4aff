import { checkExchange } from "../exchange/check-exchange.ts";
import { type Problem, problemsOf } from "../exchange/problem.ts";
import type { Contract } from "../contract/contract.ts";
import { readFetchRequest, readFetchResponse, remember } from "./read-subject.ts";
import { describe } from "./to-match-contract.ts";

/** An exchange was not as the contract says. */
export class ContractError extends Error {
  override name = "ContractError";
  /** What is wrong with the exchange. */
  readonly problems: Problem[];

  constructor(operation: string | undefined, problems: Problem[]) {
    super(`${operation ?? "no operation"}: not as the contract says\n\n${problems.map(describe).join("\n")}`);
    this.problems = problems;
  }
}

/**
 * Wraps a `fetch` so that every exchange through it is checked. The response is given on unread.
 *
 * A request that breaks the contract is no finding when it is answered with a status of 4XX: the service refused
 * it, as it should, and a test of that is a good test.
 *
 * @returns A `fetch` that rejects with a `ContractError` when an exchange is not as the contract says.
 */
export function contractFetch(fetch: typeof globalThis.fetch, contract: Contract): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const sent = await readFetchRequest(request);
    const response = await fetch(request);
    const exchange = { name: "", request: sent, response: await readFetchResponse(response) };
    remember(response, exchange);
    const { findings, operation } = checkExchange(contract, exchange);
    const refused = response.status >= 400 && response.status < 500;
    const surprises = findings
      .filter((finding) => finding.in === "response" || !refused)
      .map((finding) => ({ finding, strength: "strict" as const }));
    if (surprises.length > 0)
      throw new ContractError(operation, problemsOf(contract, exchange, { operation, surprises }));
    return response;
  };
}
