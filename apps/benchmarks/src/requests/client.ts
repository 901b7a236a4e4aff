// One of those that ask, in a process of its own, which does as it is told.
import { inspect } from "node:util";
import type { Ask, Page } from "./ask.ts";
import { allocatedBytes } from "./allocated-bytes.ts";
import { contestants } from "./contestants.ts";

/** What it can be told to do. */
export interface Orders {
  /** To ask another service, once. */
  askOnce: { of: { endpoint: string }; gives: Page };
  /** To ask so many at a time for so many milliseconds, and so many before the clock goes, to open connections. */
  askFor: { of: { milliseconds: number; atATime: number; before: number }; gives: Run };
  /** To ask so many times, one after the other, and to count the bytes that this allocates. */
  allocate: { of: { times: number }; gives: number };
}

/** What asking came to. */
export interface Run {
  requests: number;
  seconds: number;
  /** How many seconds of a processor this process took. */
  processorSeconds: number;
}

/** What is sent to it, and what it sends. */
export type Order = { [Name in keyof Orders]: { name: Name; of: Orders[Name]["of"] } }[keyof Orders];
export type Report = { gives: unknown } | { error: string };

const [name, endpoint = ""] = process.argv.slice(2);
const makeAsk = await contestants.find((contestant) => contestant.name === name)!.load();
const ask = await makeAsk(endpoint);

async function obey(order: Order): Promise<unknown> {
  if (order.name === "askOnce") return (await makeAsk(order.of.endpoint))();
  if (order.name === "askFor") return askFor(ask, order.of);
  return allocatedBytes(ask, order.of.times);
}

async function askFor(ask: Ask, { atATime, before, milliseconds }: Orders["askFor"]["of"]): Promise<Run> {
  await Promise.all(Array.from({ length: before }, ask));
  const processor = process.cpuUsage();
  const start = performance.now();
  let requests = 0;
  const loop = async (): Promise<void> => {
    while (performance.now() - start < milliseconds) {
      await ask();
      requests++;
    }
  };
  await Promise.all(Array.from({ length: atATime }, loop));
  const seconds = (performance.now() - start) / 1000;
  const { system, user } = process.cpuUsage(processor);
  return { requests, seconds, processorSeconds: (system + user) / 1_000_000 };
}

process.on("message", (order: Order) => {
  obey(order).then(
    (gives) => report({ gives }),
    (error: unknown) => report({ error: inspect(error).replaceAll("\n", " ") }),
  );
});
process.on("disconnect", () => process.exit());

function report(report: Report): void {
  process.send!(report);
}
