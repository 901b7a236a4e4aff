// The work of tasks that are really encrypted: by the clock, by hand, given up, and by others.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEmulator, type Emulator, type EmulatorOptions, type Encrypt } from "../src/index.ts";
import { order, send } from "./send.ts";
import { type Stores, startStores } from "./stores.ts";

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());

const noon = new Date("2026-11-23T12:00:00Z");

async function taskOf(emulator: Emulator, id = 1) {
  const [, { task_array }] = await send(emulator, "GET", `?task_id=${id}`);
  return task_array[0]!;
}

/** Asks until a task has a status. */
async function until(emulator: Emulator, status: string, id = 1) {
  await expect
    .poll(async () => (await taskOf(emulator, id)).status, { timeout: 30_000, interval: 20 })
    .toBe(status);
  return taskOf(emulator, id);
}

describe.each(["memory", "SQLite", "PostgreSQL"] as const)("in %s", (name) => {
  async function start(encrypt: Encrypt, options: EmulatorOptions = {}): Promise<Emulator> {
    const store = await stores.open[name]();
    return createEmulator({
      seed: { tasks: {}, lifeCycle: [{ match: { user_data: "late" }, waiting: 60_000 }, { waiting: 0 }] },
      clock: noon,
      limits: false,
      encrypt,
      ...(store && { store }),
      ...options,
    });
  }

  test("a task is encrypted when it is due by the clock, and not before", async () => {
    const encrypted: unknown[] = [];
    await using emulator = await start(async ({ task }) => {
      encrypted.push(task.user_data);
      return ["a.m3u8"];
    });
    await send(emulator, "POST", "", { ...order, user_data: "late" });
    await emulator.idle();
    await sleep(200);
    expect([encrypted, (await taskOf(emulator)).status]).toEqual([[], "WAITING"]);
    emulator.clock.advance(60_000);
    await emulator.idle();
    expect(await until(emulator, "SUCCEEDED")).toMatchObject({
      output_file_name: ["a.m3u8"],
      end_time: 20261123120100,
    });
    expect(encrypted).toEqual(["late"]);
  });

  test("a task that waits is begun by hand, and goes on by itself", async () => {
    let go = (): void => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    await using emulator = await start(async () => {
      await held;
      return ["by-hand.m3u8"];
    });
    await send(emulator, "POST", "", { ...order, user_data: "late" });
    expect(await emulator.advance("p", 1)).toMatchObject({ status: "PROCESSING" });
    await expect(emulator.advance("p", 1)).rejects.toThrow("no task 1 that goes on by hand");
    go();
    expect(await until(emulator, "SUCCEEDED")).toMatchObject({ output_file_name: ["by-hand.m3u8"] });
  });

  test("a task that was failed or cancelled while it waited is not encrypted", async () => {
    let runs = 0;
    await using emulator = await start(async () => {
      runs += 1;
      return [];
    });
    for (let task = 0; task < 2; task++) await send(emulator, "POST", "", { ...order, user_data: "late" });
    await emulator.advance("p", 1, { fails: "input-missing" });
    await send(emulator, "DELETE", "?task_id=2");
    emulator.clock.advance(120_000);
    await sleep(300);
    await emulator.idle();
    expect([runs, (await taskOf(emulator, 1)).status, (await taskOf(emulator, 2)).status]).toEqual([
      0,
      "FAILED",
      "CANCELED",
    ]);
  });

  test("a reset gives work up, and nothing of it comes to the tasks after it", async () => {
    const signals: AbortSignal[] = [];
    await using emulator = await start(async ({ task }, signal) => {
      signals.push(signal);
      if (task.user_data === "given up") {
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        signal.throwIfAborted();
      }
      return [`${task.user_data}.m3u8`];
    });
    await send(emulator, "POST", "", { ...order, user_data: "given up" });
    await until(emulator, "PROCESSING");
    await emulator.reset();
    expect(signals[0]!.aborted).toBe(true);
    await send(emulator, "POST", "", { ...order, user_data: "late" });
    await send(emulator, "POST", "", { ...order, user_data: "new" });
    expect(await until(emulator, "SUCCEEDED", 2)).toMatchObject({ output_file_name: ["new.m3u8"] });
    expect(await taskOf(emulator, 1)).toMatchObject({ status: "WAITING", user_data: "late" });
  });

  test("resets that come at once leave it working", async () => {
    await using emulator = await start(async () => ["a.m3u8"]);
    await send(emulator, "POST", "", order);
    await Promise.all([emulator.reset(), emulator.reset(), emulator.reset()]);
    await send(emulator, "POST", "", order);
    expect(await until(emulator, "SUCCEEDED")).toMatchObject({ output_file_name: ["a.m3u8"] });
  });

  test.each<[string, Encrypt, string]>([
    [
      "throws",
      () => {
        throw new Error("thrown");
      },
      "thrown",
    ],
    [
      "rejects with an error",
      async () => {
        throw new Error("rejected");
      },
      "rejected",
    ],
    [
      "rejects with what is none",
      async () => {
        throw undefined as unknown as Error;
      },
      "System error.",
    ],
  ])("a task whose encryption %s has failed", async (_, encrypt, description) => {
    await using emulator = await start(encrypt);
    await send(emulator, "POST", "", order);
    expect(await until(emulator, "FAILED")).toMatchObject({ description });
  });
});

/** Works until it is told to stop, and gives up. */
const endless: Encrypt = async (_, signal) => {
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
  throw signal.reason as Error;
};

test("work that is given up by one process over PostgreSQL is done by the next", async () => {
  const url = await stores.postgres.createDatabase();
  const { postgresStore } = await import("../src/node.ts");
  const options = {
    seed: { tasks: {}, lifeCycle: [{ waiting: 0 }] },
    store: postgresStore(url),
    limits: false,
  };
  const first = createEmulator({ ...options, encrypt: endless });
  await send(first, "POST", "", order);
  await until(first, "PROCESSING");
  await first.close();
  await using second = createEmulator({ ...options, encrypt: async () => ["second.m3u8"] });
  expect(await until(second, "SUCCEEDED")).toMatchObject({ output_file_name: ["second.m3u8"] });
});

test("a process over PostgreSQL that encrypts nothing hands work to one that does", async () => {
  const url = await stores.postgres.createDatabase();
  const { postgresStore } = await import("../src/node.ts");
  const options = {
    seed: { tasks: {}, lifeCycle: [{ waiting: { polls: 1 } }] },
    store: postgresStore(url),
    limits: false,
  };
  await using working = createEmulator({ ...options, encrypt: async () => ["a.m3u8"] });
  await using other = createEmulator(options);
  await send(working, "POST", "", order);
  // Its poll makes the task go on.
  expect((await send(other, "GET"))[0]).toBe(200);
  expect(await until(other, "SUCCEEDED")).toMatchObject({ output_file_name: ["a.m3u8"] });
});

test("work that a dead process had begun is done by one whose clock comes to it later", async () => {
  const url = await stores.postgres.createDatabase();
  const { postgresStore } = await import("../src/node.ts");
  const options = {
    seed: { tasks: {}, lifeCycle: [{ waiting: 5000 }] },
    clock: noon,
    store: postgresStore(url),
    limits: false,
  };
  const first = createEmulator({ ...options, encrypt: endless });
  await send(first, "POST", "", order);
  first.clock.advance(5000);
  await until(first, "PROCESSING");
  await first.close();
  await using second = createEmulator({ ...options, encrypt: async () => ["second.m3u8"] });
  await sleep(1500);
  second.clock.advance(5000);
  expect(await until(second, "SUCCEEDED")).toMatchObject({ output_file_name: ["second.m3u8"] });
});
