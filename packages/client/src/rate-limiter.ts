import { badValue } from "./bad-argument.ts";
import { delay } from "./delay.ts";
import { rateLimit } from "./generated/wire.ts";

/** How many calls in how long. */
export interface RateLimit {
  /** How many calls; what the contract gives a tenant, when absent. */
  calls?: number | undefined;
  /** In how many seconds; what the contract says, when absent. */
  seconds?: number | undefined;
}

/** Waits until the next call may begin. Those who wait go in the order in which they came. */
export type RateLimiter = (signal?: AbortSignal | null) => Promise<void>;

/**
 * Makes a limiter: in no window of `seconds` more than `calls` calls begin. The limit is the tenant's: give the
 * same limiter to all clients of a tenant.
 *
 * @throws {TypeError} When a number is none that limits anything.
 */
export function createRateLimiter({
  calls = rateLimit.calls,
  seconds = rateLimit.seconds,
}: RateLimit = {}): RateLimiter {
  if (!Number.isInteger(calls) || calls < 1) {
    badValue("createRateLimiter", "calls", "give a whole number, 1 or more", calls);
  }
  if (!(seconds > 0)) badValue("createRateLimiter", "seconds", "give a number, more than 0", seconds);
  /** When the last `calls` calls began, or will. */
  const begun: number[] = [];
  return async (signal) => {
    const now = performance.now();
    const oldest = begun.length < calls ? -Infinity : begun.shift()!;
    const begin = Math.max(now, oldest + seconds * 1000);
    begun.push(begin);
    if (begin > now) await delay(begin - now, signal);
  };
}
