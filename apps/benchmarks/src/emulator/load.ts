import { createRequire } from "node:module";
import type { EventEmitter } from "node:events";
import { performance } from "node:perf_hooks";
import { quantileSorted } from "simple-statistics";

/** What a server did under load. */
export interface Load {
  perSecond: number;
  /** How long it took to answer one in two, and 99 in 100, in milliseconds. */
  p50: number;
  p99: number;
  /** How many microseconds of a processor it took an answer. */
  processor: number;
  /** For how much of the time the load generator was at work, at most 1. Where it always is, it is the limit. */
  generator: number;
}

/** A run of autocannon. */
type Run = EventEmitter &
  PromiseLike<{ errors: number; timeouts: number; mismatches: number; non2xx: number }> & {
    stop: () => void;
  };

const autocannon = createRequire(import.meta.url)("autocannon") as (options: {
  url: string;
  headers: Record<string, string>;
  expectBody: string;
  connections: number;
  duration: number;
  bailout: number;
  sampleInt: number;
}) => Run;

/** How many answers a connection has had when it is warm. */
const warm = 10;

/**
 * Sends a request over and over, over so many connections, over each as soon as it has the answer before. What is answered
 * before all of them are warm is not counted, and what is in the milliseconds after that is. Throws when an answer is not
 * the expected one, to the byte.
 */
export async function load(
  url: string,
  headers: Record<string, string>,
  expectBody: string,
  connections: number,
  milliseconds: number,
  processorSeconds: () => number = () => 0,
): Promise<Load> {
  const times: number[] = [];
  const early = new Map<unknown, number>();
  let cold = connections;
  let [begin, end, processor] = [0, 0, 0];
  let failure: unknown;
  const spent = (): number => {
    try {
      return processorSeconds();
    } catch (error) {
      // Thrown once the run has ended, for here nobody would catch it.
      failure = error;
      return 0;
    }
  };
  let working = performance.eventLoopUtilization();
  // It ends at the first error, and looks every so many milliseconds whether it is at the end.
  const ends = { duration: 30, bailout: 1, sampleInt: 25 };
  const run = autocannon({ url, headers, expectBody, connections, ...ends });
  run.on("response", (client: unknown, _status: number, _bytes: number, time: number) => {
    const now = performance.now();
    if (cold > 0) {
      const answers = (early.get(client) ?? 0) + 1;
      early.set(client, answers);
      if (answers !== warm || --cold > 0) return;
      [begin, end, processor] = [now, now, spent()];
      working = performance.eventLoopUtilization();
    } else if (end < begin + milliseconds) {
      times.push(time);
      end = now;
      if (end < begin + milliseconds) return;
      processor = spent() - processor;
      working = performance.eventLoopUtilization(working);
      run.stop();
    }
  });
  const { errors, mismatches, non2xx, timeouts } = await run;
  if (failure !== undefined) throw failure;
  const wrong = errors + mismatches + non2xx + timeouts;
  if (wrong > 0) throw new Error(`${wrong} of its answers are not those that are expected`);
  if (end < begin + milliseconds)
    throw new Error(`in ${ends.duration} s only ${times.length} requests are answered`);
  times.sort((a, b) => a - b);
  return {
    perSecond: (times.length * 1000) / (end - begin),
    p50: quantileSorted(times, 0.5),
    p99: quantileSorted(times, 0.99),
    processor: (processor * 1_000_000) / times.length,
    generator: working.utilization,
  };
}
