import type { Contract } from "../contract/contract.ts";
import { type Coverage, createCoverage } from "../coverage/coverage.ts";
import { judgeExchange } from "../exchange/check-exchange.ts";
import { type Problem, problemsOf } from "../exchange/problem.ts";
import { readRecording } from "./read-recording.ts";

/** What the check of recordings came to. */
export interface CheckSummary {
  /** How many exchanges were read. */
  exchanges: number;
  /** How many exchanges are not as they should be. */
  wrong: number;
  /** How many problems there are, kept or not. */
  found: number;
  /** The first of them. */
  problems: Problem[];
  /** How often each rule of the contract is broken, by `in`, rule and place. */
  counts: Map<string, number>;
  /** What they have shown of the contract, if that was asked for. */
  coverage?: Coverage;
}

/** How many problems are kept: a recording may be long, and all of it wrong in the same way. */
const kept = 1000;

/**
 * Checks the exchanges of recordings. It needs no more memory for a long one than for a short one.
 *
 * @param observe Collects what the exchanges show of the contract, too.
 * @throws {RecordingError} When a recording cannot be read.
 */
export async function checkRecordings(
  contract: Contract,
  files: string[],
  { observe = false, onProgress }: { observe?: boolean; onProgress?: (exchanges: number) => void } = {},
): Promise<CheckSummary> {
  const summary: CheckSummary = { exchanges: 0, wrong: 0, found: 0, problems: [], counts: new Map() };
  const coverage = observe ? createCoverage(contract) : undefined;
  for (const file of files) {
    for await (const exchange of readRecording(file)) {
      const judged = judgeExchange(contract, exchange);
      summary.exchanges += 1;
      coverage?.see(exchange, judged);
      if (summary.exchanges % 5000 === 0) onProgress?.(summary.exchanges);
      if (judged.surprises.length === 0) continue;
      summary.wrong += 1;
      for (const problem of problemsOf(contract, exchange, judged)) add(summary, problem);
    }
  }
  return coverage ? { ...summary, coverage: coverage.coverage } : summary;
}

function add(summary: CheckSummary, problem: Problem): void {
  const key = keyOf(problem);
  summary.found += 1;
  summary.counts.set(key, (summary.counts.get(key) ?? 0) + 1);
  if (summary.problems.length < kept) summary.problems.push(problem);
}

/** What problems have in common that break the same rule of the contract. */
export function keyOf({ contract, in: side, message, rule }: Problem): string {
  return `${side} ${rule} ${contract} ${contract === "#/paths" ? message : ""}`;
}
