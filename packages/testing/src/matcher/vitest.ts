/**
 * `expect(…).toMatchContract()` for Vitest.
 *
 * @packageDocumentation
 */
import { expect } from "vitest";
import { readContract } from "../read-contract.ts";
import { type MatchOptions, matchContract } from "./to-match-contract.ts";

declare module "vitest" {
  /** What `expect(…)` of Vitest has besides. */
  // The type parameters are Vitest's.
  // oxlint-disable-next-line typescript/no-unused-vars
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /**
     * The request, the response or both are as the contract says. Takes a `Request` or `Response` of fetch, an entry
     * of a HAR, a response of axios, or `{ request, response }`; no body is used up. To be awaited.
     */
    toMatchContract: (options?: MatchOptions) => Promise<void>;
  }
}

/**
 * Teaches `expect` the matcher `toMatchContract`, for a setup file of Vitest.
 *
 * @param document The contract; the first one that `redocly.yaml` names when absent.
 */
export async function useContract(document?: string | URL | object): Promise<void> {
  const contract = await readContract(document);
  expect.extend({
    toMatchContract: (subject: unknown, options?: MatchOptions) => matchContract(contract, subject, options),
  });
}
