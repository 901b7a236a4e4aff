import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEmulator, type Emulator, type LifeCycleRule } from "../src/index.ts";
import { order, send } from "./send.ts";
import { type Stores, startStores } from "./stores.ts";

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());

async function statusOf(emulator: Emulator, id: number): Promise<string> {
  const [, { task_array }] = await send(emulator, "GET", `?task_id=${id}`);
  return task_array[0]!.status;
}

const noon = new Date("2026-11-23T12:00:00Z");

describe.each(["memory", "SQLite", "PostgreSQL"] as const)("in %s", (name) => {
  async function start(lifeCycle: LifeCycleRule[]): Promise<Emulator> {
    const store = await stores.open[name]();
    return createEmulator({ seed: { tasks: {}, lifeCycle }, clock: noon, ...(store && { store }) });
  }

  test("a task goes on by the clock, and ends when it was due, not when it was looked at", async () => {
    await using emulator = await start([{ waiting: 2000, processing: [5000, 5000] }]);
    expect(await send(emulator, "POST", "", { ...order, user_data: "订单" })).toEqual([202, { task_id: 1 }]);
    expect(await statusOf(emulator, 1)).toBe("WAITING");
    emulator.clock.advance(1999);
    expect(await statusOf(emulator, 1)).toBe("WAITING");
    emulator.clock.advance(1);
    expect(await statusOf(emulator, 1)).toBe("PROCESSING");
    expect((await send(emulator, "GET", "?status=PROCESSING"))[1].total).toBe(1);
    emulator.clock.advance(3_600_000);
    expect((await send(emulator, "GET"))[1]).toEqual({
      task_array: [
        {
          task_id: 1,
          status: "SUCCEEDED",
          create_time: 20261123120000,
          end_time: 20261123120007,
          input: order.input,
          output: order.output,
          output_file_name: ["index.m3u8"],
          user_data: "订单",
        },
      ],
      is_truncated: 0,
      total: 1,
    });
  });

  test("a task goes on after so many answers that show it", async () => {
    await using emulator = await start([{ waiting: { polls: 2 }, processing: { polls: 1 } }]);
    await send(emulator, "POST", "", order);
    const seen = [await statusOf(emulator, 1), await statusOf(emulator, 1)];
    // A listing shows it as well.
    const [, listing] = await send(emulator, "GET");
    expect([...seen, listing.task_array[0]!.status, await statusOf(emulator, 1)]).toEqual([
      "WAITING",
      "WAITING",
      "PROCESSING",
      "SUCCEEDED",
    ]);
  });

  test("a task goes on by hand alone, and into a failure", async () => {
    await using emulator = await start([{ waiting: "by-hand", processing: "by-hand" }]);
    for (const id of [1, 2]) expect((await send(emulator, "POST", "", order))[1].task_id).toBe(id);
    emulator.clock.advance(1e9);
    expect(await statusOf(emulator, 1)).toBe("WAITING");
    expect(await emulator.advance("p", 1)).toMatchObject({ status: "PROCESSING" });
    expect(await emulator.advance("p", "1", { fails: "input-missing" })).toMatchObject({
      status: "FAILED",
      description: "The input file does not exist.",
    });
    await emulator.advance("p", 2);
    expect(await emulator.advance("p", 2)).toMatchObject({ status: "SUCCEEDED" });
    await expect(emulator.advance("p", 2)).rejects.toThrow("project p has no task 2 that goes on by hand");
    await expect(emulator.advance("p", 3)).rejects.toThrow(TypeError);
  });

  test("rules are scripts for the tasks that they match, and the first holds", async () => {
    await using emulator = await start([
      { match: { user_data: "late" }, waiting: 60_000 },
      {
        match: { object: order.input.object, project: "p" },
        waiting: 0,
        processing: 0,
        fails: { of: "input-format" },
      },
    ]);
    await send(emulator, "POST", "", { ...order, user_data: "late" });
    await send(emulator, "POST", "", order);
    await send(emulator, "POST", "", { ...order, input: { ...order.input, object: "other.m3u8" } });
    const [, { task_array }] = await send(emulator, "GET", "?task_id=1&task_id=2&task_id=3");
    expect(task_array.map(({ description, status }) => [status, description])).toEqual([
      ["WAITING", undefined],
      ["FAILED", "The input file format is incorrect."],
      ["WAITING", undefined],
    ]);
  });

  test("only a task that waits is cancelled, and stays so", async () => {
    await using emulator = await start([{ waiting: 1000, processing: 1000 }]);
    await send(emulator, "POST", "", order);
    await send(emulator, "POST", "", order);
    expect(await send(emulator, "DELETE", "?task_id=1")).toEqual([204, undefined]);
    emulator.clock.advance(1000);
    expect(await send(emulator, "DELETE", "?task_id=2")).toMatchObject([403, { error_code: "MPC.10212" }]);
    expect(await send(emulator, "DELETE", "?task_id=1")).toMatchObject([403, { error_code: "MPC.10212" }]);
    expect(await send(emulator, "DELETE", "?task_id=9")).toMatchObject([400, { error_code: "MPC.10202" }]);
    emulator.clock.advance(10_000);
    expect([await statusOf(emulator, 1), await statusOf(emulator, 2)]).toEqual(["CANCELED", "SUCCEEDED"]);
  });

  test("the content key is kept nowhere when nothing is encrypted", async () => {
    await using emulator = await start([]);
    await send(emulator, "POST", "", order);
    const [, body] = await send(emulator, "GET");
    expect(JSON.stringify([body, emulator.journal])).not.toContain(order.encryption.hls_encrypt.key);
  });
});

test("durations and outcomes are drawn from the seed alone", async () => {
  const lives = async (random: number): Promise<string> => {
    await using emulator = createEmulator({
      seed: { tasks: {}, random, lifeCycle: [{ fails: { of: "input-missing", probability: 0.5 } }] },
      clock: noon,
      limits: false,
    });
    for (let index = 0; index < 40; index++) await send(emulator, "POST", "", order);
    emulator.clock.advance(60_000);
    const [, { task_array }] = await send(emulator, "GET", "?size=100");
    expect(new Set(task_array.map(({ status }) => status))).toEqual(new Set(["SUCCEEDED", "FAILED"]));
    expect(new Set(task_array.map(({ end_time }) => end_time)).size).toBeGreaterThan(3);
    return JSON.stringify(task_array);
  };
  expect(await lives(1)).toBe(await lives(1));
  expect(await lives(1)).not.toBe(await lives(2));
});

test.each<[number | "instant", number, string]>([
  [1, 999, "WAITING"],
  [10, 1100, "SUCCEEDED"],
  ["instant", 0, "SUCCEEDED"],
])("at speed %s after %i ms a task is %s", async (speed, milliseconds, status) => {
  await using emulator = createEmulator({ seed: { tasks: {} }, speed, clock: noon });
  await send(emulator, "POST", "", order);
  emulator.clock.advance(milliseconds);
  const [, { task_array }] = await send(emulator, "GET");
  expect(task_array[0]!.status).toBe(status);
});

test("tasks of the seed stay as they are, and are moved on by hand", async () => {
  await using emulator = createEmulator({ seed: { tasks: { p: [{ task_id: 1, status: "WAITING" }] } } });
  emulator.clock.advance(1e10);
  expect((await send(emulator, "GET"))[1].task_array).toEqual([{ task_id: 1, status: "WAITING" }]);
  await emulator.advance("p", 1);
  expect((await send(emulator, "GET"))[1].task_array).toEqual([{ task_id: 1, status: "PROCESSING" }]);
});
