import type { Exchange } from "@mpc-contract/openapi/generate";

interface SeedTask {
  task_id: string | number;
  status: string;
}

/** What an emulator starts with. */
export interface Seed {
  /** By project, the tasks that its exchanges list. */
  tasks: Record<string, SeedTask[]>;
  /** By project, the answer of one whose only exchange is an error: it refuses everything. */
  refusing: Record<string, Exchange["response"]>;
}

/**
 * Reads the seed out of exchanges.
 *
 * @param missing The status of an entry that stands for no task.
 * @param requestId The header that each answer has a value of its own for.
 */
export function readSeed(exchanges: Exchange[], missing: string, requestId: string): Seed {
  const seed: Seed = { tasks: {}, refusing: {} };
  const projects = Map.groupBy(exchanges, ({ request }) => request.url.split("/")[2] ?? "");
  for (const [project, own] of projects) {
    const pages = own.map(({ response }) => response.body as { task_array?: SeedTask[] } | undefined);
    const tasks = pages.flatMap((page) => page?.task_array ?? []).filter(({ status }) => status !== missing);
    if (tasks.length > 0) {
      seed.tasks[project] = [...new Map(tasks.map((task) => [String(task.task_id), task])).values()];
    }
    const [{ response }, ...others] = own as [Exchange, ...Exchange[]];
    if (response.status >= 400 && others.length === 0) {
      const { [requestId]: _, ...headers } = response.headers;
      seed.refusing[project] = { ...response, headers };
    }
  }
  return seed;
}
