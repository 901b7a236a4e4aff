import { ApiError } from "./errors/api-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import type { MpcError } from "./errors/mpc-error.ts";
import { RateLimitError } from "./errors/rate-limit-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";

/** The first pause before a retry, and the longest, in milliseconds; each is drawn from 0 to twice the last. */
const firstPause = 500;
const longestPause = 20_000;

/** How many retries there can be at once, and how many a success gives back. */
const budget = { retries: 20, regained: 0.1 };

/** How long to wait before a retry, in milliseconds: exponential with full jitter. */
export function drawPause(retries: number): number {
  return Math.random() * Math.min(longestPause, firstPause * 2 ** retries);
}

/** Keeps an outage from being multiplied: when most calls fail, few are sent again. */
export interface RetryBudget {
  /** Takes one retry, if there is one left. */
  take: () => boolean;
  /** Notes a success. */
  regain: () => void;
}

/** A budget that is full. */
export function createRetryBudget(): RetryBudget {
  let left = budget.retries;
  return {
    take: () => left >= 1 && (left--, true),
    regain() {
      left = Math.min(budget.retries, left + budget.regained);
    },
  };
}

/** What a runtime says of a connection that was never made. */
const unconnected = /ECONNREFUSED|ConnectionRefused|ENOTFOUND|EAI_AGAIN|UNREACH|CONNECT_TIMEOUT/;

/** Whether a request may be sent again: one that changes nothing, or that surely did nothing. */
export function mayRetry(method: string, error: MpcError): boolean {
  if (error instanceof RateLimitError) return true;
  if (method !== "GET") return error instanceof ConnectionError && unconnected.test(codeOf(error.cause));
  return (
    error instanceof ConnectionError ||
    error instanceof TimeoutError ||
    (error instanceof ApiError && error.retryable)
  );
}

/** Node's fetch has the code in the cause of what it throws, Bun's in what it throws. */
function codeOf(error: unknown): string {
  const { cause, code } = error as { cause?: { code?: string }; code?: string };
  return String(cause?.code ?? code);
}
