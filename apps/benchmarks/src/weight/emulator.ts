import { createEmulator } from "@mpc-contract/emulator";
import { startServer } from "@mpc-contract/emulator/server";
import contract from "@mpc-contract/openapi" with { type: "json" };
import { accessKey, projectId, token } from "./programs.ts";

const { examples } =
  contract.paths["/v1/{project_id}/encryptions"].get.responses[200].content["application/json"];
const { task_array: tasks } = Object.values(examples)[0]!.value;

/** An emulator with a task of the contract, which lets in the programs and nobody else. */
export interface RunningEmulator {
  endpoint: string;
  /** The IDs of its tasks. */
  tasks: string[];
  end: () => Promise<void>;
}

export async function startEmulator(): Promise<RunningEmulator> {
  const seed = { accessKeys: [accessKey], tokens: [{ token }], tasks: { [projectId]: tasks } };
  const emulator = createEmulator({ seed, limits: false });
  const server = await startServer(emulator, { port: 0 });
  return {
    endpoint: server.url,
    tasks: tasks.map(({ task_id }) => String(task_id)),
    async end() {
      await server.close();
      await emulator.close();
    },
  };
}
