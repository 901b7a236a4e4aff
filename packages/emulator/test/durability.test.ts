// What was acknowledged is there, once, whatever dies meanwhile; and work that was begun is done.
import { existsSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Buckets, createBuckets } from "./buckets.ts";
import { type RunningCommand, startCommand } from "./command.ts";
import { order, send } from "./send.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

let postgres: PostgresServer;
let folder: string;
let files = 0;
beforeAll(async () => {
  [postgres, folder] = await Promise.all([startPostgres(), mkdtemp(join(tmpdir(), "emulator-durability-"))]);
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const stores = {
  SQLite: async () => join(folder, `${++files}.sqlite`),
  PostgreSQL: async () => postgres.createDatabase(),
};

/** Creates 400 tasks, eight at a time, and notes those that are acknowledged: their IDs by their user data. */
async function createMany(url: string, acknowledged: Map<string, number>): Promise<void> {
  let next = 0;
  const create = async (): Promise<void> => {
    while (next < 400) {
      const user_data = `order ${next++}`;
      const [status, body] = await send({ fetch }, "POST", "", { ...order, user_data }, url).catch(
        () => [0] as never,
      );
      if (status === 202) acknowledged.set(user_data, body.task_id);
    }
  };
  await Promise.all(Array.from({ length: 8 }, create));
}

/** Every task, by pages; the total is to be their number. */
async function listAll(url: string): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  let count = 0;
  for (let page = 0, more = 1; more === 1; page++) {
    const [, body] = await send({ fetch }, "GET", `?size=100&page=${page}`, undefined, url);
    count += body.task_array.length;
    for (const { task_id, user_data = "" } of body.task_array) {
      found.set(user_data, [...(found.get(user_data) ?? []), Number(task_id)]);
    }
    more = body.is_truncated;
    if (more === 0) expect(body.total).toBe(count);
  }
  return found;
}

function expectAll(acknowledged: Map<string, number>, found: Map<string, number[]>): void {
  for (const [user_data, id] of acknowledged)
    expect([user_data, found.get(user_data)]).toEqual([user_data, [id]]);
  // One that was not acknowledged may be there, but not twice, and no ID is given twice.
  const ids = [...found.values()].flat();
  expect(new Set(ids).size).toBe(ids.length);
  for (const list of found.values()) expect(list).toHaveLength(1);
}

async function start(store: string, ...args: string[]): Promise<RunningCommand> {
  const seed = join(folder, "seed.json");
  writeFileSync(seed, JSON.stringify({ tasks: {} }));
  return startCommand("--store", store, "--limits", "off", "--seed", seed, ...args);
}

describe.each(["SQLite", "PostgreSQL"] as const)("in %s", (name) => {
  test("tasks outlive a process that is killed while it creates them", async () => {
    const store = await stores[name]();
    const first = await start(store);
    const acknowledged = new Map<string, number>();
    const creating = createMany(first.url, acknowledged);
    await waitFor(() => acknowledged.size >= 100);
    expect(await first.end("SIGKILL")).toBe("SIGKILL");
    await creating;
    expect(acknowledged.size).toBeLessThan(400);
    const second = await start(store);
    expectAll(acknowledged, await listAll(second.url));
    // It goes on where it was.
    const [status, { task_id }] = await send({ fetch }, "POST", "", order, second.url);
    expect(status).toBe(202);
    expect(task_id).toBeGreaterThan(Math.max(...acknowledged.values()));
    expect(await second.end("SIGINT")).toBe(0);
  });

  test("work that was begun when the process was killed is done, and nothing of it is seen before", async () => {
    const buckets = createBuckets();
    try {
      putLongFilm(buckets);
      const store = await stores[name]();
      const args = ["--buckets", buckets.root, "--speed", "instant"];
      const first = await start(store, ...args);
      const input = { ...order.input, object: "in/index.m3u8" };
      await send({ fetch }, "POST", "", { ...order, input }, first.url);
      await until(first.url, "PROCESSING");
      // Something was written by then, but not where it belongs.
      const staging = join(buckets.folder, ".in-progress");
      await waitFor(() => existsSync(staging) && readdirSync(staging, { recursive: true }).length > 2);
      await first.end("SIGKILL");
      expect(existsSync(join(buckets.folder, "out"))).toBe(false);
      const second = await start(store, ...args);
      const task = await until(second.url, "SUCCEEDED");
      expect(task.output_file_name).toEqual(["index.m3u8"]);
      expect(buckets.list().filter((key) => key.startsWith("out/"))).toHaveLength(5);
      // What the dead one has left is gone as well.
      expect(existsSync(staging)).toBe(false);
      expect(await second.end("SIGINT")).toBe(0);
    } finally {
      buckets.remove();
    }
  });
});

test("tasks outlive a PostgreSQL that is restarted while they are created", async () => {
  const store = await stores.PostgreSQL();
  const { end, url } = await start(store);
  const acknowledged = new Map<string, number>();
  const creating = createMany(url, acknowledged);
  await waitFor(() => acknowledged.size >= 100);
  await postgres.restart();
  await creating;
  expect(acknowledged.size).toBeLessThan(400);
  // The same process goes on with the new connection.
  await waitFor(async () => (await send({ fetch }, "GET", "", undefined, url))[0] === 200);
  expectAll(acknowledged, await listAll(url));
  expect(await end("SIGINT")).toBe(0);
});

test("of several processes over one PostgreSQL each task is worked on by one", async () => {
  const buckets = createBuckets();
  try {
    buckets.putFilm();
    const store = await stores.PostgreSQL();
    const args = ["--buckets", buckets.root, "--speed", "instant"];
    const commands = await Promise.all([start(store, ...args), start(store, ...args), start(store, ...args)]);
    const input = { ...order.input, object: "film/index.m3u8" };
    for (let index = 0; index < 30; index++) {
      const output = { ...order.output, object: `out/${index}` };
      const { url } = commands[index % 3]!;
      expect((await send({ fetch }, "POST", "", { ...order, input, output }, url))[0]).toBe(202);
    }
    const [{ url }] = commands;
    await waitFor(
      async () => (await send({ fetch }, "GET", "?status=SUCCEEDED", undefined, url))[1].total === 30,
    );
    const client = new pg.Client({ connectionString: store });
    await client.connect();
    const jobs = "select state, retry_count from emulator_queue.job where name = 'encrypt'";
    // A task has succeeded a moment before its job is done.
    await waitFor(async () => (await client.query(`${jobs} and state = 'active'`)).rowCount === 0);
    const { rows } = await client.query(jobs);
    await client.end();
    expect(rows).toEqual(Array.from({ length: 30 }, () => ({ state: "completed", retry_count: 0 })));
    await Promise.all(commands.map(({ end }) => end("SIGINT")));
  } finally {
    buckets.remove();
  }
});

test("all processes over one PostgreSQL begin at once, with one seed", async () => {
  const store = await stores.PostgreSQL();
  const commands = await Promise.all(Array.from({ length: 3 }, () => startCommand("--store", store)));
  for (const { url } of commands) {
    const path = "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/encryptions";
    const response = await fetch(url + path, { headers: { "X-Auth-Token": "emulator-token" } });
    expect(await response.json()).toMatchObject({ total: 1 });
  }
  await Promise.all(commands.map(({ end }) => end("SIGINT")));
});

/** A film that takes a while: its segments are large, and hold nothing. */
function putLongFilm(buckets: Buckets): void {
  let playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n";
  for (let index = 0; index < 4; index++) {
    playlist += `#EXTINF:4,\n${index}.ts\n`;
    buckets.put(`in/${index}.ts`, "");
    truncateSync(join(buckets.folder, `in/${index}.ts`), 96 * 1024 * 1024);
  }
  buckets.put("in/index.m3u8", `${playlist}#EXT-X-ENDLIST\n`);
}

async function until(url: string, status: string) {
  for (;;) {
    const [, { task_array }] = await send({ fetch }, "GET", "?task_id=1", undefined, url);
    if (task_array[0]!.status === status) return task_array[0]!;
    await sleep(20);
  }
}

async function waitFor(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(5);
}
