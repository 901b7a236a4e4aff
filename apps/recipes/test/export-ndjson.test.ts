import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Task } from "@mpc-contract/client";
import { afterEach, expect, test, vi } from "vitest";
import { leaveTheCloud, standInForTheCloud } from "./cloud.ts";

afterEach(leaveTheCloud);

/** So many tasks of October, three a minute from the first second on, and one either side of the month. */
function october(count: number) {
  const start = Date.UTC(2026, 9, 1);
  const times = Array.from({ length: count }, (_, index) => start + index * 20_000);
  return [start - 1000, ...times, Date.UTC(2026, 10, 1) - 1000, Date.UTC(2026, 10, 1)].map((time, index) => ({
    task_id: 1000 + index,
    status: "SUCCEEDED",
    create_time: new Date(time).toISOString().replaceAll(/\D/g, "").slice(0, 14),
    user_data: `order ${index} `.padEnd(400, "."),
  }));
}

async function load() {
  return import("../src/export-ndjson.ts");
}

test("a file gets every task of the month once, the newest first", async () => {
  const seen = standInForTheCloud(october(2345));
  const { exportMonth } = await load();
  const folder = await mkdtemp(join(tmpdir(), "recipes-"));
  try {
    const file = join(folder, "2026-10.ndjson");
    await exportMonth("2026-10", createWriteStream(file));
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    const ids = lines.map((line) => Number((JSON.parse(line) as Task).task_id));
    // From the last second of the month down to its first; 1000 and 3347 are of other months.
    expect(ids).toEqual(Array.from({ length: 2346 }, (_, index) => 3346 - index));
  } finally {
    await rm(folder, { recursive: true });
  }
  // One to see how many there are, and one for each hundred.
  expect(seen).toHaveLength(25);
});

test("a WritableStream that takes nothing holds the export back, and takes all of it in the end", async () => {
  const seen = standInForTheCloud(october(3000));
  const { exportMonth } = await load();
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  let bytes = 0;
  let last = "";
  const stream = new WritableStream<Uint8Array>({
    async write(chunk) {
      await opened;
      bytes += chunk.length;
      last = new TextDecoder().decode(chunk);
    },
  });
  const exporting = exportMonth("2026-10", Writable.fromWeb(stream));
  await vi.waitUntil(() => seen.length >= 2, { timeout: 30_000 });
  await sleep(300);
  // No more than fill the buffers on the way.
  expect(seen.length).toBeLessThan(5);
  expect(bytes).toBe(0);
  open();
  await exporting;
  expect(seen).toHaveLength(32);
  expect(bytes).toBeGreaterThan(3000 * 400);
  expect(last).toContain('"task_id":"1001"');
});

test("memory stays flat, however many tasks there are", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const seen = standInForTheCloud(october(7000));
  const { exportMonth } = await load();
  let lines = 0;
  const heap: number[] = [];
  const sink = new Writable({
    write(_chunk, _encoding, done) {
      if (++lines % 1000 === 0) {
        // The requests that the test keeps are not the export's.
        seen.length = 0;
        collect();
        heap.push(process.memoryUsage().heapUsed);
      }
      done();
    },
  });
  await exportMonth("2026-10", sink);
  expect(lines).toBe(7001);
  // Were tasks kept, the six thousand between the two would weigh more than 3 MB.
  expect(heap.at(-1)! - heap[0]!).toBeLessThan(1_000_000);
});

test("it stays below the limit of the tenant, and ends when it is told to", async () => {
  const seen = standInForTheCloud(october(9000));
  const { exportMonth } = await load();
  const controller = new AbortController();
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  const exporting = exportMonth("2026-10", sink, controller.signal);
  await vi.waitUntil(() => seen.length >= 80, { timeout: 30_000 });
  await sleep(300);
  expect(seen).toHaveLength(80);
  controller.abort();
  await expect(exporting).rejects.toMatchObject({ name: "AbortError" });
  expect(sink.destroyed).toBe(true);
});

test("a failure on the way is thrown, and the file is closed", async () => {
  let calls = 0;
  standInForTheCloud(october(500), async (request, next) =>
    ++calls < 3
      ? next(request)
      : Response.json({ error_code: "MPC.10202", error_msg: "Invalid request parameter." }, { status: 400 }),
  );
  const { exportMonth } = await load();
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  await expect(exportMonth("2026-10", sink)).rejects.toMatchObject({ code: "MPC.10202" });
  expect(sink.destroyed).toBe(true);
});

test("what is no month is refused before anything is sent", async () => {
  const seen = standInForTheCloud([]);
  const { exportMonth } = await load();
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  await expect(exportMonth("October", sink)).rejects.toThrow("start_time");
  expect(seen).toEqual([]);
});
