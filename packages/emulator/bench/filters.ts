// How long does each filter take at 1,000 tasks and at 1,000,000, and a deep page beside the first?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmulator, type Emulator, emulatorToken, type OpenStore } from "../src/index.ts";
import { postgresStore, sqliteStore } from "../src/node.ts";
import { startPostgres } from "../test/postgres-server.ts";
import { middleOf, tasksOf } from "./tasks.ts";

/** Each filter by name, for so many tasks. */
function queriesOf(count: number): Record<string, string> {
  const { end_time: to, start_time: from } = middleOf(count);
  return {
    none: "",
    status: "?status=FAILED",
    start_time: `?start_time=${from}`,
    end_time: `?end_time=${to}`,
    "time range": `?start_time=${from}&end_time=${to}`,
    "status and time": `?status=SUCCEEDED&start_time=${from}&end_time=${to}`,
    "ten IDs": `?${Array.from({ length: 10 }, (_, index) => `task_id=${Math.floor((count / 11) * index) + 1}`).join("&")}`,
  };
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;

async function time(emulator: Emulator, query: string): Promise<number> {
  const request = {
    method: "GET",
    url: `/v1/p/encryptions${query}`,
    headers: { host: "emulator", "x-auth-token": emulatorToken },
    text: "",
  };
  const begin = performance.now();
  const { status } = await emulator.answer(request);
  if (status !== 200) throw new Error(`${query}: ${status}`);
  return (performance.now() - begin) * 1000;
}

/** The medians of two queries, asked in turn. */
async function pair(a: [Emulator, string], b: [Emulator, string], times = 400): Promise<[number, number]> {
  const [first, second]: [number[], number[]] = [[], []];
  for (let round = -50; round < times; round++) {
    const [one, other] = [await time(...a), await time(...b)];
    if (round < 0) continue;
    first.push(one);
    second.push(other);
  }
  return [median(first), median(second)];
}

const folder = await mkdtemp(join(tmpdir(), "emulator-bench-"));
const postgres = await startPostgres();
const [small, large] = [tasksOf(1000), tasksOf(1_000_000)];
const stores: Record<string, (name: string) => Promise<OpenStore | undefined>> = {
  memory: async () => undefined,
  SQLite: async (name) => sqliteStore(join(folder, `${name}.sqlite`)),
  PostgreSQL: async () => postgresStore(await postgres.createDatabase()),
};
const row = (...cells: (string | number)[]): void =>
  console.log(
    cells
      .map((cell, index) =>
        index < 2 ? String(cell).padEnd(index === 0 ? 11 : 17) : String(cell).padStart(11),
      )
      .join(" "),
  );
row("store", "filter", "1,000 µs", "1,000,000 µs", "ratio");
for (const [name, open] of Object.entries(stores)) {
  const emulators: Emulator[] = [];
  for (const tasks of [small, large]) {
    const store = await open(String(tasks.length));
    const emulator = createEmulator({
      seed: { tasks: { p: tasks } },
      limits: false,
      ...(store && { store }),
    });
    await emulator.ready;
    emulators.push(emulator);
  }
  const [few, many] = emulators as [Emulator, Emulator];
  const fewQueries = queriesOf(1000);
  for (const [filter, query] of Object.entries(queriesOf(1_000_000))) {
    const [a, b] = await pair([few, fewQueries[filter]!], [many, query]);
    row(name, filter, a.toFixed(0), b.toFixed(0), (b / a).toFixed(2));
  }
  for (const size of [10, 100]) {
    const [a, b] = await pair([many, `?size=${size}`], [many, `?size=${size}&page=9999`]);
    row(name, `page 9,999 of ${size}`, a.toFixed(0), b.toFixed(0), (b / a).toFixed(2));
  }
  for (const emulator of emulators) await emulator.close();
}
await postgres.stop();
await rm(folder, { recursive: true, force: true });
