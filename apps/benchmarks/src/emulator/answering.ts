import type { PostgresServer } from "../../../../packages/emulator/test/postgres-server.ts";
import type { Comparison, Entry } from "../benchmark.ts";
import { processMemory } from "../measure/process-memory.ts";
import { takeTurnsOf } from "../measure/several-figures.ts";
import { type Answering, contestants } from "./contestants.ts";
import { load } from "./load.ts";
import { headers, path } from "./request.ts";
import { type Running, start } from "./start.ts";

const same = "all answer the same request with 200 and the same task, which keeps the contract";

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
    for (const connections of [16, 64]) yield* loads(all, running, connections, quick);
    yield {
      title: "The most memory under that load",
      unit: { name: "MiB", better: "less" },
      same: "after the requests of the tables before; of PostgreSQL only what the emulator needs is counted",
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
    quick ? 1 : 5,
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
    same: `${same}; of PostgreSQL only what the emulator needs is counted`,
    entries: entriesOf("memory"),
  };
}

/** Has each answer many requests at a time. */
async function* loads(
  all: Answering[],
  running: Map<string, Running>,
  connections: number,
  quick: boolean,
): AsyncIterable<Comparison> {
  const amount = quick ? 100 : 1000;
  const entriesOf = await takeTurnsOf(
    all.map(({ program: _, ...contestant }) => ({
      ...contestant,
      async measure() {
        const server = running.get(contestant.name);
        if (server === undefined) throw new Error("it did not start");
        return load(server.origin + path, headers, server.body, connections, amount);
      },
    })),
    quick ? 1 : 6,
    quick ? 0 : 1,
  );
  const over = `over ${connections} connections`;
  yield {
    title: `Requests ${over}`,
    unit: { name: "requests a second", better: "more" },
    same: `${same}; it is checked each time, and a connection asks again as soon as it has its answer`,
    entries: entriesOf("perSecond"),
  };
  yield {
    title: `p50: what half of the answers take at most ${over}`,
    unit: { name: "ms", better: "less" },
    same: "they are those of the table before",
    entries: entriesOf("p50"),
  };
  yield {
    title: `p99: what 99 of 100 answers take at most ${over}`,
    unit: { name: "ms", better: "less" },
    same: "they are those of the table before",
    entries: entriesOf("p99"),
  };
}
