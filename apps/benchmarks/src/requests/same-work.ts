import { createEmulator } from "@mpc-contract/emulator";
import { startServer } from "@mpc-contract/emulator/server";
import { allEqual } from "../measure/all-equal.ts";
import { tasksOf } from "../service/page.ts";
import type { Service } from "../service/service.ts";
import { accessKey, type Page, projectId, token } from "./ask.ts";
import type { Client } from "./clients.ts";

/**
 * Sees that all ask for the same and give the same tasks, and that those with credentials are let in by an emulator,
 * which verifies them. Gives what they ask for.
 */
export async function seeSameWork(clients: Client[], service: Service): Promise<string> {
  const seed = { accessKeys: [accessKey], tokens: [{ token }], tasks: { [projectId]: tasksOf(0) } };
  const emulator = createEmulator({ seed, limits: false });
  const server = await startServer(emulator, { port: 0 });
  try {
    const targets: Record<string, () => string> = {};
    const tasks: Record<string, () => string[]> = { "the service": () => idsOf({ task_array: tasksOf(0) }) };
    // One after the other: the service tells of the last request alone.
    for (const { by, name, process } of clients) {
      const before = await service.asked();
      const page = await process.obey("askOnce", { endpoint: service.endpoint });
      const { last, signed } = await service.asked();
      if (signed - before.signed !== Number(by === "signature"))
        throw new Error(`${name} does not go by ${by}`);
      targets[name] = () => last.split(" HTTP/", 1)[0]!;
      tasks[name] = () => idsOf(page);
      if (by === "nothing") continue;
      const verified = await process.obey("askOnce", { endpoint: server.url });
      tasks[`${name}, at an emulator`] = () => idsOf(verified);
    }
    await allEqual(tasks);
    return await allEqual(targets);
  } finally {
    await server.close();
    await emulator.close();
  }
}

/** The IDs of the tasks of a page, in order: an emulator has its own. */
function idsOf({ task_array }: Page): string[] {
  return task_array.map(({ task_id }) => String(task_id)).toSorted();
}
