import { fork } from "node:child_process";

/** Starts the server in another process, whose list has so many pages after the first. */
export async function startLoopback(last = 0): Promise<{ endpoint: string; stop: () => void }> {
  const child = fork(new URL("server.ts", import.meta.url), [String(last)]);
  const { port } = await new Promise<{ port: number }>((resolve) => {
    child.once("message", (message) => {
      resolve(message as { port: number });
    });
  });
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}

/** The middle of some numbers. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
