// Every store gives the pages that a plain filter over all tasks gives, whatever is asked and however many there are.
import type { EncryptionTask } from "@mpc-contract/client";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEmulator, type Emulator } from "../src/index.ts";
import { order, send } from "./send.ts";
import { type Stores, startStores } from "./stores.ts";

const start = Date.UTC(2026, 0, 1);
const statuses = ["WAITING", "PROCESSING", "SUCCEEDED", "FAILED", "CANCELED", "UNKNOWN_TO_ALL"];
const digits = (time: number): string => new Date(time).toISOString().replaceAll(/\D/g, "").slice(0, 14);

/** 5,200 tasks over 20 minutes, several a second: more than any block or chunk holds. Some have no time. */
const tasks = Array.from({ length: 5200 }, (_, index): EncryptionTask => {
  const spread = (index * 7919) % 5200;
  const time = digits(start + Math.floor(spread / 4.4) * 1000);
  return {
    task_id: index % 5 === 0 ? String(index) : index,
    status: statuses[(index * 31) % statuses.length]!,
    ...(index % 997 === 0 ? {} : { create_time: index % 2 === 0 ? time : Number(time) }),
  };
});

interface Query {
  status?: string;
  start_time?: string;
  end_time?: string;
  page?: string;
  size?: string;
}

/** What the contract says of a listing, done the slow way. */
function expected(
  all: readonly EncryptionTask[],
  { end_time, page = "0", size = "10", start_time, status }: Query,
) {
  const matching = all
    .filter((task) => status === undefined || task.status === status)
    .filter(({ create_time }) => {
      const time = String(create_time ?? "");
      return (
        (start_time === undefined || time >= start_time) &&
        (end_time === undefined || (time !== "" && time <= end_time))
      );
    })
    .toSorted(
      (a, b) =>
        Number(b.create_time ?? 0) - Number(a.create_time ?? 0) || Number(b.task_id) - Number(a.task_id),
    );
  const begin = Number(page) * Number(size);
  const end = begin + Number(size);
  return {
    task_array: matching.slice(begin, end),
    is_truncated: end < matching.length ? 1 : 0,
    total: matching.length,
  };
}

const time = fc.integer({ min: -100, max: 1300 }).map((second) => digits(start + second * 1000));
const queries: fc.Arbitrary<Query> = fc
  .record(
    {
      status: fc.constantFrom(...statuses.slice(0, 5)),
      start_time: time,
      end_time: time,
      page: fc.integer({ min: 0, max: 600 }).map(String),
      size: fc.integer({ min: 1, max: 100 }).map(String),
    },
    { requiredKeys: [] },
  )
  .filter(({ end_time = "9", start_time = "0" }) => start_time <= end_time);

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());

async function compare(emulator: Emulator, all: readonly EncryptionTask[], seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const [status, body] = await send(emulator, "GET", `?${new URLSearchParams({ ...query })}`);
      expect([status, body]).toEqual([200, expected(all, query)]);
    }),
    { seed, numRuns: 300 },
  );
}

describe.each(["memory", "SQLite", "PostgreSQL"] as const)("in %s", (name) => {
  test("every listing is right, also after tasks came in between and changed", async () => {
    let now = start;
    const store = await stores.open[name]();
    await using emulator = createEmulator({
      seed: { tasks: { p: tasks, other: tasks.slice(0, 100) }, lifeCycle: [{ waiting: "by-hand" }] },
      limits: false,
      clock: () => new Date(now),
      ...(store && { store }),
    });
    await compare(emulator, tasks, 1);

    // So many within one minute that what holds it must be cut; then some at the end, and others that end.
    for (let index = 0; index < 1200; index++) {
      now = start + (index < 1150 ? 300_000 + ((index * 37) % 60) * 1000 : 2_000_000 + index * 1000);
      await send(emulator, "POST", "", order);
    }
    for (let index = 0; index < 60; index++) {
      now = start + 3_000_000;
      await send(emulator, "DELETE", `?task_id=${5200 + index * 7}`);
    }
    const all: EncryptionTask[] = [];
    for (let page = 0, more = 1; more === 1; page++) {
      const [, body] = await send(emulator, "GET", `?size=100&page=${page}`);
      all.push(...body.task_array);
      more = body.is_truncated;
    }
    expect(all).toHaveLength(6400);
    expect(new Set(all.map(({ task_id }) => String(task_id))).size).toBe(6400);
    expect(all.filter(({ end_time }) => end_time !== undefined)).toHaveLength(60);
    await compare(emulator, all, 2);
  });

  test("a reset brings back what was there at the beginning", async () => {
    const store = await stores.open[name]();
    await using emulator = createEmulator({
      seed: { tasks: { p: tasks.slice(0, 30) } },
      speed: "instant",
      ...(store && { store }),
    });
    const [, before] = await send(emulator, "GET", "?size=100");
    await send(emulator, "POST", "", order);
    await send(emulator, "DELETE", "?task_id=0");
    const [, between] = await send(emulator, "GET", "?size=100");
    expect(between.total).toBe(31);
    await emulator.reset();
    expect(await send(emulator, "GET", "?size=100")).toEqual([200, before]);
    // IDs begin anew as well.
    expect(await send(emulator, "POST", "", order)).toEqual([202, { task_id: 30 }]);
  });
});
