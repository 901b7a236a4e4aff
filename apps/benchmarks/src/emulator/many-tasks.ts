import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validateResponse } from "@mpc-contract/validator";
import type { PostgresServer } from "../../../../packages/emulator/test/postgres-server.ts";
import type { Comparison } from "../benchmark.ts";
import { roundsForInterval } from "../measure/spread.ts";
import { takeTurns } from "../measure/take-turns.ts";
import { load } from "./load.ts";
import { headers, pathOf } from "./request.ts";
import { type Listening, project } from "./tasks-server.ts";

const program = fileURLToPath(new URL("tasks-server.ts", import.meta.url));

/** An emulator that listens, and what it answers. */
interface Answering {
  url: string;
  body: string;
}

/** The same filter among few tasks and many, in each store. */
export async function* manyTasks(
  folder: string,
  postgres: PostgresServer,
  quick: boolean,
): AsyncIterable<Comparison> {
  const counts = quick ? [1000, 10_000] : [1000, 100_000, 1_000_000];
  const stores = {
    memory: async () => [],
    SQLite: async (count: number) => [join(folder, `${count}.sqlite`)],
    PostgreSQL: async () => [await postgres.createDatabase()],
  };
  const children: ChildProcess[] = [];
  const start = async (count: number, store: string[]): Promise<Answering> => {
    const child = fork(program, [String(count), ...store], { stdio: ["ignore", "ignore", "pipe", "ipc"] });
    children.push(child);
    return answeringOf(child);
  };
  try {
    // All at once: it takes longest to put the most tasks in.
    const started = Object.entries(stores).map(([store, placeOf]) => ({
      store,
      sizes: counts.map((count) => {
        const server = placeOf(count).then(async (place) => start(count, place));
        // Told when it is asked.
        server.catch(() => undefined);
        return { name: `${count.toLocaleString("en")} tasks`, server };
      }),
    }));
    await Promise.allSettled(started.flatMap(({ sizes }) => sizes.map(async ({ server }) => server)));
    for (const { sizes, store } of started) {
      yield {
        title: `A page of the tasks of a status and a time, in ${store}, over 16 connections`,
        unit: { name: "requests a second", better: "more" },
        same: "each answer is a page of as many tasks, and its total is what a filter by hand counts",
        entries: await takeTurns(
          sizes.map(({ name, server }) => ({
            name,
            kind: "ours",
            async measure() {
              const { body, url } = await server;
              return (await load(url, headers, body, 16, quick ? 20 : 200)).perSecond;
            },
          })),
          quick ? 1 : roundsForInterval,
          quick ? 0 : 1,
        ),
      };
    }
  } finally {
    for (const child of children) child.kill();
  }
}

/** Waits until an emulator listens, and asks it once. */
async function answeringOf(child: ChildProcess): Promise<Answering> {
  let stderr = "";
  child.stderr?.on("data", (text: Buffer) => (stderr += text.toString()));
  const ended = once(child, "close").then(() => {
    throw new Error(
      `it has ended: ${stderr.split("\n").find((line) => line.includes("Error")) ?? "without a word"}`,
    );
  });
  const listens = once(child, "message", { signal: AbortSignal.timeout(180_000) });
  const [{ origin, query, total }] = (await Promise.race([listens, ended])) as [Listening];
  ended.catch(() => undefined);
  const url = `${origin}${pathOf(project)}?${query}`;
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(30_000) });
  const body = await response.text();
  const findings = validateResponse(
    { status: response.status, headers: Object.fromEntries(response.headers), text: body },
    "listEncryptionTasks",
  );
  const page = JSON.parse(body) as { task_array: unknown[]; total: number };
  if (findings.length > 0 || page.total !== total || page.task_array.length !== 10)
    throw new Error(`its answer is another one: ${body.slice(0, 200)}`);
  return { url, body };
}
