import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createMpcClient, createRateLimiter, credentialsFromEnv, type Task } from "@mpc-contract/client";

const mpc = createMpcClient({
  region: "cn-north-4",
  projectId: "77b6a44cba5143ab91d13ab9a8ff44fd",
  credentials: () => credentialsFromEnv(),
  // A tenant has 100 calls a minute. This leaves 20 to others.
  rateLimiter: createRateLimiter({ calls: 80, seconds: 60 }),
});

/**
 * Writes all tasks of a month, such as `2026-10`, one a line, the newest first:
 * `await exportMonth("2026-10", createWriteStream("2026-10.ndjson"))`. `Writable.fromWeb` makes a
 * `Writable` of a `WritableStream`.
 */
export async function exportMonth(month: string, to: Writable, signal?: AbortSignal): Promise<void> {
  const start_time = new Date(`${month}-01T00:00:00Z`);
  const end_time = new Date(start_time);
  // Day 0 of the next month is the last of this one.
  end_time.setUTCMonth(end_time.getUTCMonth() + 1, 0);
  end_time.setUTCHours(23, 59, 59);
  const tasks = mpc.encryptions.list({ start_time, end_time }, { signal });
  // Takes a task only when there is room for it, so one page at a time is in memory.
  await pipeline(toLines(tasks), to);
}

async function* toLines(tasks: AsyncIterable<Task>): AsyncGenerator<string> {
  for await (const task of tasks) yield `${JSON.stringify(task)}\n`;
}
