import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { atExit } from "../measure/at-exit.ts";

/** A server in a process of its own. */
export interface ServerProcess {
  pid: number;
  origin: string;
  /** How long it took from the start of the process to the end of its first answer. */
  milliseconds: number;
  stop: () => Promise<void>;
}

const running = new Set<ChildProcess>();
atExit(() => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a program of Node.js that listens on a port, and asks it until it answers. */
export async function startProcess(
  program: string[],
  port: number,
  ask: (origin: string) => Promise<unknown>,
): Promise<ServerProcess> {
  const begin = performance.now();
  const child = spawn(process.execPath, program, { stdio: ["ignore", "ignore", "pipe"] });
  running.add(child);
  const closed = once(child, "close");
  void closed.then(() => running.delete(child));
  let stderr = "";
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    child.kill();
    await Promise.race([
      closed,
      setTimeout(5000, undefined, { ref: false }).then(() => child.kill("SIGKILL")),
    ]);
    await closed;
  };
  for (;;) {
    try {
      await ask(origin);
      return { pid: child.pid!, origin, milliseconds: performance.now() - begin, stop };
    } catch (error) {
      if (child.exitCode !== null)
        throw new Error(`it has ended: ${stderr.trim().split("\n", 1)[0]}`, { cause: error });
      const isLate = performance.now() - begin > 30_000;
      if (isLate || !isUnreachable(error)) {
        await stop();
        throw error;
      }
    }
    await setTimeout(5);
  }
}

/** Whether nobody listens yet. */
function isUnreachable(error: unknown): boolean {
  return ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === "ECONNREFUSED";
}
