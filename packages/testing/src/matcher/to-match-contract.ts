import { type Strength, checkRequest, checkResponse, operationOf } from "@mpc-contract/validator/engine";
import type { Contract } from "../contract/contract.ts";
import { type Problem, problemsOf } from "../exchange/problem.ts";
import { toRequest } from "../recording/to-exchange.ts";
import { readSubject } from "./read-subject.ts";

/** What a message is to be checked as. */
export interface MatchOptions {
  /** The operation that a response is to, by its `operationId`, or else method and path. */
  operation?: string;
  /** The request that a response is to. */
  request?: Request | { method: string; url: string };
  /** `tolerant` lets unknown properties, unknown query parameters and unknown words of open enums pass. */
  strength?: Strength;
}

/** What a matcher says, as Vitest and Jest take it. */
export interface MatchResult {
  /** Whether it is as the contract says. */
  pass: boolean;
  /** What to say when the test expected otherwise. */
  message: () => string;
}

/**
 * Checks what a test gives against the contract.
 *
 * @throws {TypeError} When it cannot be said what to check it as.
 */
export async function matchContract(
  contract: Contract,
  subject: unknown,
  options: MatchOptions = {},
): Promise<MatchResult> {
  const { request: own, response } = await readSubject(subject);
  const { strength = "strict" } = options;
  const request = own ?? (options.request && toRequest(options.request, "request"));
  const operation = options.operation ?? (request && operationOf(contract, request));
  const findings = own === undefined ? [] : checkRequest(contract, own, strength);
  if (response !== undefined) {
    if (request === undefined && operation === undefined) {
      throw new TypeError(
        "toMatchContract: give the request of the response, or its operation: toMatchContract({ operation })",
      );
    }
    if (operation !== undefined && !Object.hasOwn(contract.operations, operation)) {
      const known = Object.keys(contract.operations).join(", ");
      throw new TypeError(`toMatchContract: the contract has no operation "${operation}"; it has ${known}`);
    }
    if (operation !== undefined)
      findings.push(...checkResponse(contract, response, contract.operations[operation]!, strength));
    else if (own === undefined) findings.push(...checkRequest(contract, request!, strength));
  }
  const surprises = findings.map((finding) => ({ finding, strength }));
  const problems = problemsOf(contract, { name: "" }, { operation, surprises });
  const what = [own && "request", response && "response"].filter(Boolean).join(" and ");
  const status =
    response && findings.some((finding) => finding.in === "response")
      ? `, with status ${response.status},`
      : "";
  const subjectName = `${operation ?? "no operation"}: the ${what}${status}`;
  return {
    pass: problems.length === 0,
    message: () =>
      problems.length === 0
        ? `${subjectName} should not be as the contract says, and is`
        : `${subjectName} is not as the contract says\n\n${problems.map(describe).join("\n")}`,
  };
}

/** A problem as a person would explain it. */
export function describe({ at, contract, in: side, message, rule, source }: Problem): string {
  return `  ${side} ${at}: ${message}\n    ${rule}, ${source === "" ? contract : `${source}  ${contract}`}\n`;
}
