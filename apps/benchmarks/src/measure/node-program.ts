import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** What a program did, from its start to its end. */
export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
  seconds: number;
  /** The most memory that its process held, in MiB. */
  mebibytes: number;
}

/**
 * Tells the most memory that the process held, in KiB, when it ends. On Linux not by what it used as a resource, for that
 * begins with what the process held that started it.
 */
const tellMemory = `data:text/javascript,${encodeURIComponent(
  `import { readFileSync, writeSync } from "node:fs";
   process.on("exit", () => {
     const status = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
     writeSync(3, /VmHWM:\\s+(\\d+)/.exec(status)?.[1] ?? String(process.resourceUsage().maxRSS));
   });`,
)}`;

/** Runs a program of Node.js in a process of its own, for so many seconds at most. */
export async function runNodeProgram(
  program: string,
  args: string[],
  { cwd, within = 120 }: { cwd?: string; within?: number } = {},
): Promise<Finished> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", tellMemory, program, ...args], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    timeout: within * 1000,
    ...(cwd === undefined ? {} : { cwd }),
  });
  const outputs = Promise.all(child.stdio.slice(1).map((stream) => text(stream as NodeJS.ReadableStream)));
  const [code] = (await once(child, "close")) as [number | null];
  const seconds = (performance.now() - start) / 1000;
  if (child.signalCode === "SIGTERM" && seconds >= within) throw new Error(`more than ${within} s`);
  const [stdout = "", stderr = "", kibibytes] = await outputs;
  return { code, stdout, stderr, seconds, mebibytes: Number(kibibytes) / 1024 };
}
