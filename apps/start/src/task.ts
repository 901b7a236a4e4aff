import { createMpcClient, type EncryptionTask } from "@mpc-contract/client";
import { createEmulator, emulatorCredentials, emulatorToken } from "@mpc-contract/emulator";
import { startServer } from "@mpc-contract/emulator/server";
import type { Listening } from "./listen.ts";

const projectId = "77b6a44cba5143ab91d13ab9a8ff44fd";
const taskId = "31207";

/** Serves the tasks of the contract's examples, and to the pages of an origin, if there is one. */
export async function serveEmulator(port: number, cors?: string): Promise<Listening> {
  return startServer(createEmulator(), { port, ...(cors !== undefined && { cors }) });
}

/** Asks an endpoint for task 31207 with a signed request. */
export async function ask(endpoint: string): Promise<EncryptionTask> {
  const mpc = createMpcClient({ endpoint, projectId, credentials: emulatorCredentials });
  const { data, error, response } = await mpc.GET("/v1/{project_id}/encryptions", {
    params: { query: { task_id: [taskId] } },
  });
  const task = data?.task_array[0];
  if (!task)
    throw new Error(`${endpoint} answered ${response.status}: ${JSON.stringify(error) ?? "no such task"}`);
  return task;
}

/** The task, a line a property. */
export function taskTable(task: EncryptionTask): string {
  const rows = Object.entries(task).flatMap(([name, value]): [string, string][] => {
    if (typeof value !== "object") return [[name, String(value)]];
    if (Array.isArray(value)) return [[name, value.join(", ")]];
    return Object.entries(value).map(([inner, text]) => [`${name}.${inner}`, text]);
  });
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join("\n");
}

/** The same question with curl and a token. */
export function curlLine(endpoint: string): string {
  const url = `${endpoint}/v1/${projectId}/encryptions?task_id=${taskId}`;
  return `curl -H 'X-Auth-Token: ${emulatorToken}' '${url}'`;
}
