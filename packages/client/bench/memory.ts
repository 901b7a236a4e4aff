// Does memory stay flat while a million tasks are iterated? Run with --expose-gc.
import { createMpcClient } from "../dist/index.js";
import { startLoopback } from "./loopback.ts";

const { endpoint, stop } = await startLoopback(10_000);
const mpc = createMpcClient({ endpoint, projectId: "p", credentials: { accessKey: "AK", secretKey: "SK" } });
const filter = { start_time: new Date(0), end_time: new Date(1e12) };
// One signal for all of them, as a program has that may be told to stop.
const { signal } = new AbortController();
let count = 0;
for await (const { task_id } of mpc.encryptions.list(filter, { signal })) {
  if (task_id === "") throw new Error("a task without an ID");
  if (count++ % 200_000 === 0) report();
  if (count === 1_000_000) break;
}
report();
stop();

function report(): void {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).padStart(6);
  console.log(`${String(count).padStart(9)} tasks  heap ${megabytes(heapUsed)} MB  rss ${megabytes(rss)} MB`);
}
