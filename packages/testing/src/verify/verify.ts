import { type Finding, type HttpRequest, checkRequest } from "@mpc-contract/validator/engine";
import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/read-operations.ts";
import { type Problem, problemsOf } from "../exchange/problem.ts";
import { checkBounds } from "./check-bounds.ts";
import { checkCombinations } from "./check-combinations.ts";
import { checkCredentials } from "./check-credentials.ts";
import { checkMethods } from "./check-methods.ts";
import { type Service, connect } from "./service.ts";
import { runWorkflows } from "./workflows.ts";

/** How a service is verified. */
export interface VerifyOptions {
  /** The `fetch` that is used; the global one when absent. */
  fetch?: typeof globalThis.fetch;
  /** Headers of each request, such as credentials. They are never shown. */
  headers?: Record<string, string>;
  /** From which all that is random is made. The same seed asks the same. */
  seed?: number;
  /** Also asks operations that may change something: all but GET, HEAD and OPTIONS. */
  allowWrites?: boolean;
  /** Files of Arazzo workflows, which are run, too; by `@redocly/cli`, and with its own `fetch`. */
  workflows?: string[];
  /** What the workflows ask to be given, such as credentials. It is never shown. */
  inputs?: Record<string, string>;
  /** How many requests are made at most, 1,000 when absent. */
  requests?: number;
  /** How many requests are made a second at most, 100 when absent. */
  rate?: number;
  /** How long it may take at most, in seconds, 120 when absent. */
  seconds?: number;
  /** Told what is checked next. */
  onProgress?: (done: string) => void;
}

/** Something about a service that the contract does not allow. */
export interface Fault extends Omit<Problem, "exchange"> {
  /** The check that found it. */
  check: string;
  /** The request, as a line for a shell, without credentials. */
  curl: string;
}

/** What the verification of a service came to. */
export interface Verification {
  /** The seed that it was made from. */
  seed: number;
  /** How many requests were made. */
  requests: number;
  /** Why not all was asked, when not all was. */
  cut?: string;
  /** The operations that were left out, because they may change something. */
  skipped: string[];
  /** Each check of each operation, and each workflow, with how many faults it found. */
  checks: { name: string; operation: string; faults: number }[];
  /** What the service does that the contract does not allow. */
  faults: Fault[];
}

/** What a check finds. */
export interface Checked {
  request: HttpRequest;
  findings: Finding[];
}

/** Asks an operation in one way or in many, and says what was wrong. */
export type Check = (
  contract: Contract,
  operation: Operation,
  service: Service,
  seed: number,
) => AsyncGenerator<Checked>;

const checks: Record<string, Check> = {
  "right requests at the bounds, wrong ones beyond": checkBounds,
  "right requests in combination": checkCombinations,
  "missing and wrong credentials": checkCredentials,
  "methods that are none": checkMethods,
};

/**
 * Asks a service in the ways that its contract allows, and in some that it does not, and holds what it answers
 * against the contract.
 *
 * @param url Where the service is, without the paths of the contract.
 */
export async function verify(
  contract: Contract,
  url: string,
  options: VerifyOptions = {},
): Promise<Verification> {
  const { allowWrites = false, onProgress, seed = 1 } = options;
  const service = connect(url, options);
  const verification: Verification = { seed, requests: 0, skipped: [], checks: [], faults: [] };
  for (const operation of Object.values(contract.operations)) {
    if (!allowWrites && !["GET", "HEAD", "OPTIONS"].includes(operation.method)) {
      verification.skipped.push(operation.id);
      continue;
    }
    for (const [name, check] of Object.entries(checks)) {
      onProgress?.(`${operation.id}: ${name}`);
      const faults = await runCheck(contract, operation, service, seed, name, check);
      verification.checks.push({ name, operation: operation.id, faults: faults.length });
      verification.faults.push(...faults);
    }
  }
  let requests = service.count();
  for (const file of options.workflows ?? []) {
    onProgress?.(file);
    const result = await runWorkflows(contract, file, url, { allowWrites, inputs: options.inputs ?? {} });
    requests += result.requests;
    verification.skipped.push(...result.skipped);
    verification.faults.push(...result.faults);
    verification.checks.push(
      ...result.workflows.map(({ faults, name }) => ({ name: file, operation: `workflow ${name}`, faults })),
    );
  }
  const cut = service.cut();
  return { ...verification, requests, ...(cut === undefined ? {} : { cut }) };
}

async function runCheck(
  contract: Contract,
  operation: Operation,
  service: Service,
  seed: number,
  name: string,
  check: Check,
): Promise<Fault[]> {
  const faults = new Map<string, Fault>();
  for await (const { findings, request } of check(contract, operation, service, seed)) {
    const surprises = findings.map((finding) => ({ finding, strength: "strict" as const }));
    for (const { exchange: _, ...problem } of problemsOf(
      contract,
      { name: "" },
      { operation: operation.id, surprises },
    )) {
      // The same fault may show in many answers.
      const key = `${problem.in} ${problem.rule} ${problem.contract} ${problem.at.replace(/\/\d+/g, "/*")}`;
      if (!faults.has(key)) faults.set(key, { ...problem, check: name, curl: service.curl(request) });
    }
  }
  return [...faults.values()];
}

/** Says whether a request keeps the contract: a fault of ours would not be one of the service. */
export function isRight(contract: Contract, request: HttpRequest): boolean {
  return checkRequest(contract, request, "strict").length === 0;
}
