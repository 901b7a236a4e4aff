import { createRequire } from "node:module";
import type { EventEmitter } from "node:events";
import { quantileSorted } from "simple-statistics";

/** What a server did under load. */
export interface Load {
  perSecond: number;
  /** How long it took to answer one in two, and 99 in 100, in milliseconds. */
  p50: number;
  p99: number;
}

/** A run of autocannon. */
type Run = EventEmitter &
  PromiseLike<{ errors: number; timeouts: number; mismatches: number; non2xx: number }>;

const autocannon = createRequire(import.meta.url)("autocannon") as (options: {
  url: string;
  headers: Record<string, string>;
  expectBody: string;
  connections: number;
  amount: number;
  bailout: number;
  sampleInt: number;
}) => Run;

/**
 * Sends a request so many times, over so many connections, over each as soon as it has the answer before. Throws when
 * an answer is not the expected one, to the byte.
 */
export async function load(
  url: string,
  headers: Record<string, string>,
  expectBody: string,
  connections: number,
  amount: number,
): Promise<Load> {
  const times: number[] = [];
  const begin = performance.now();
  let end = begin;
  // It ends at the first error, and looks every so many milliseconds whether it is at the end.
  const ends = { amount, bailout: 1, sampleInt: 25 };
  const run = autocannon({ url, headers, expectBody, connections, ...ends });
  run.on("response", (_client: unknown, _status: number, _bytes: number, milliseconds: number) => {
    times.push(milliseconds);
    end = performance.now();
  });
  const { errors, mismatches, non2xx, timeouts } = await run;
  const wrong = errors + mismatches + non2xx + timeouts;
  if (wrong > 0 || times.length !== amount)
    throw new Error(`of ${amount} requests ${times.length} are answered, ${wrong} of them wrongly`);
  times.sort((a, b) => a - b);
  return {
    perSecond: (amount * 1000) / (end - begin),
    p50: quantileSorted(times, 0.5),
    p99: quantileSorted(times, 0.99),
  };
}
