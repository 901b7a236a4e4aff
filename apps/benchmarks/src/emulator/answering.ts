import type { PostgresServer } from "../../../../packages/emulator/test/postgres-server.ts";
import type { Comparison, Entry } from "../benchmark.ts";
import { processMemory } from "../measure/process-memory.ts";
import { takeTurnsOf } from "../measure/several-figures.ts";
import { roundsForInterval, spreadOf } from "../measure/spread.ts";
import { type Answering, contestants } from "./contestants.ts";
import { load } from "./load.ts";
import { processorSeconds } from "./processor-seconds.ts";
import { headers, path } from "./request.ts";
import { type Running, start } from "./start.ts";

const same = "all answer the same request with 200 and the same task, which keeps the contract";

/** As many answers are waited for at a time. With more of them all wait longer, and no more are answered. */
const connections = 16;

/** The same request to all: how soon after the start, how many a second, and in how much memory. */
export async function* answering(
  folder: string,
  postgres: PostgresServer,
  quick: boolean,
): AsyncIterable<Comparison> {
  const all = contestants(folder, postgres);
  const running = new Map<string, Running>();
  try {
    yield* starts(all, running, quick);
    yield* loads(all, running, quick);
    yield {
      title: "The most memory under that load",
      unit: { name: "MiB", better: "less" },
      same: "of the one process that has answered all the requests of the tables before, of which a faster one had more; the processes of PostgreSQL itself are not counted",
      entries: all.map(({ program: _, ...contestant }): Entry => {
        const server = running.get(contestant.name);
        if (server === undefined) return { ...contestant, missing: "it did not start" };
        return { ...contestant, figures: [processMemory(server.pid, "VmHWM")] };
      }),
    };
  } finally {
    await Promise.all([...running.values()].map(async (server) => server.stop()));
  }
}

/** Starts each several times; the last one goes on. */
async function* starts(
  all: Answering[],
  running: Map<string, Running>,
  quick: boolean,
): AsyncIterable<Comparison> {
  const entriesOf = await takeTurnsOf(
    all.map(({ program, ...contestant }) => ({
      ...contestant,
      async measure() {
        await running.get(contestant.name)?.stop();
        const server = await start(program);
        running.set(contestant.name, server);
        return { milliseconds: server.milliseconds, memory: processMemory(server.pid, "VmRSS") };
      },
    })),
    quick ? 1 : roundsForInterval,
    quick ? 0 : 1,
  );
  yield {
    title: "From the start of the process to its first answer",
    unit: { name: "ms", better: "less" },
    same,
    entries: entriesOf("milliseconds"),
  };
  yield {
    title: "Memory after the first answer",
    unit: { name: "MiB", better: "less" },
    same: `${same}; the processes of PostgreSQL itself are not counted`,
    entries: entriesOf("memory"),
  };
}

/** Has each answer as many requests as it can. */
async function* loads(
  all: Answering[],
  running: Map<string, Running>,
  quick: boolean,
): AsyncIterable<Comparison> {
  const entriesOf = await takeTurnsOf(
    all.map(({ program: _, ...contestant }) => ({
      ...contestant,
      async measure() {
        const server = running.get(contestant.name);
        if (server === undefined) throw new Error("it did not start");
        const { body, origin, pid } = server;
        const milliseconds = quick ? 100 : 700;
        return load(origin + path, headers, body, connections, milliseconds, () => processorSeconds(pid));
      },
    })),
    quick ? 1 : roundsForInterval,
    quick ? 0 : 1,
  );
  const over = `over ${connections} connections`;
  const those = "they are those of the table before";
  yield {
    title: `Requests ${over}`,
    unit: { name: "requests a second", better: "more" },
    same: `${same}; it is checked each time, and a warm connection asks again as soon as it has its answer; ${sharesOf(entriesOf("generator"))}`,
    entries: entriesOf("perSecond"),
  };
  yield {
    title: `Time of the server's processor ${over}`,
    unit: { name: "µs a request", better: "less" },
    same: `${those}; the processes of PostgreSQL itself are not counted`,
    entries: entriesOf("processor"),
  };
  yield {
    title: `p50: what half of the answers take at most ${over}`,
    unit: { name: "ms", better: "less" },
    same: those,
    entries: entriesOf("p50"),
  };
  yield {
    title: `p99: what 99 of 100 answers take at most ${over}`,
    unit: { name: "ms", better: "less" },
    same: those,
    entries: entriesOf("p99"),
  };
}

/** For how much of the time the load generator was at work, in words. */
function sharesOf(generator: Entry[]): string {
  const shares = generator.flatMap((entry) =>
    "figures" in entry ? [`${(100 * spreadOf(entry.figures).median).toFixed(0)} % with ${entry.name}`] : [],
  );
  return `the load generator is at work for ${shares.join(", ")} of the time, and where that is nearly all, it is the limit`;
}
