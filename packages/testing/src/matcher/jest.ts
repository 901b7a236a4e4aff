/**
 * `expect(…).toMatchContract()` for Jest, and for all that has an `expect` with `extend`.
 *
 * @packageDocumentation
 */
import { readContract } from "../read-contract.ts";
import { type MatchOptions, type MatchResult, matchContract } from "./to-match-contract.ts";

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- Jest gives its matchers in one.
  namespace jest {
    /** What `expect(…)` of Jest has besides. */
    interface Matchers<R, T = unknown> {
      /** The request, the response or both are as the contract says. To be awaited. */
      toMatchContract: (options?: MatchOptions) => Promise<T extends never ? never : R>;
    }
  }
}

/** Something that matchers are added to, such as the `expect` of Jest. */
export interface Extensible {
  /** Adds matchers, as the `expect` of Jest does. */
  extend: (matchers: {
    toMatchContract: (subject: unknown, options?: MatchOptions) => Promise<MatchResult>;
  }) => void;
}

/**
 * Teaches an `expect` the matcher `toMatchContract`, for a setup file of Jest: `await useContract(expect)`.
 *
 * @param document The contract; the first one that `redocly.yaml` names when absent.
 */
export async function useContract(expect: Extensible, document?: string | URL | object): Promise<void> {
  const contract = await readContract(document);
  expect.extend({ toMatchContract: (subject, options) => matchContract(contract, subject, options) });
}
