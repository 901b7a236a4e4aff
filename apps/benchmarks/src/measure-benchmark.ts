import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Comparison, Effort, Result } from "./benchmark.ts";
import type { BenchmarkName } from "./benchmarks.ts";
import { describeMachine } from "./machine.ts";
import type { Message } from "./run.ts";

const program = fileURLToPath(new URL("run.ts", import.meta.url));

/** Has nothing that is measured report home, or ask whether there is a newer one of it. */
const silent = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

/** Runs a benchmark to its end, or to where it fails, which its result then says. */
export async function measureBenchmark(
  name: BenchmarkName,
  { quick }: Effort,
  onComparison: (comparison: Comparison) => void,
  signal: AbortSignal,
): Promise<Result> {
  const start = performance.now();
  // All that it starts is in its group, and all temporary files are in its folder, so that nothing is left of it
  // wherever it is stopped.
  const temporary = await mkdtemp(join(tmpdir(), "benchmark-"));
  // PostgreSQL, which is another user, has to get through.
  await chmod(temporary, 0o711);
  const child = fork(program, [name, quick ? "quick" : "whole"], {
    execArgv: ["--expose-gc"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, ...silent, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    detached: true,
  });
  const stop = (): void => endGroup(child, "SIGTERM");
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  let heading = { title: name as string, question: "" };
  const comparisons: Comparison[] = [];
  child.on("message", (message: Message) => {
    if ("title" in message) heading = message;
    else {
      comparisons.push(message.comparison);
      onComparison(message.comparison);
    }
  });
  // What a peer prints is of no interest, unless it is all that there is.
  const printed = Promise.all([text(child.stdout!), text(child.stderr!)]);
  let code: number | null;
  try {
    [code] = (await once(child, "close")) as [number | null];
  } finally {
    signal.removeEventListener("abort", stop);
    endGroup(child, "SIGKILL");
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
  signal.throwIfAborted();
  const [, error] = await printed;
  return {
    ...heading,
    measured: new Date().toISOString(),
    machine: describeMachine(),
    seconds: (performance.now() - start) / 1000,
    comparisons,
    ...(code === 0 ? {} : { failure: failureOf(error) }),
  };
}

/** Ends a process with all that it has started. */
function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid!, signal);
  } catch {
    // Nothing of it is left.
  }
}

/** What a process that failed says of it: the line that names the error. */
function failureOf(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  return lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1) ?? "It ended without a word";
}
