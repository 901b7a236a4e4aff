import type { Contestant } from "../benchmark.ts";
import { generatedClients } from "../clients/generated-clients.ts";
import { generators } from "../clients/generators.ts";
import { versionOf } from "../measure/installed.ts";

/** How a client is called, as source. Each call gives a value of a type that is known. */
export interface Calls extends Contestant {
  imports: string;
  /** The status of the first task, of those with a status. */
  list: (status: string) => string;
  /** The ID of a new task. `body` is what is sent. */
  create: (body: string) => string;
  cancel: (taskId: string) => string;
}

const writtenOut =
  "The types of its tasks and filters are written out. Ours are made of the contract's, with what is text whatever came, and its promises can do more than a Promise: a compiler works that out once, however many calls there are.";

/** How each client is called. */
export async function writeCalls(): Promise<Calls[]> {
  const { "hey-api": heyApi, orval, redocly } = await generatedClients();
  const path = `path: { project_id: "p" }`;
  return [
    {
      name: "ours",
      kind: "ours",
      imports: `import { createMpcClient } from "@mpc-contract/client";
const { encryptions } = createMpcClient({ region: "cn-north-4", projectId: "p", credentials: { token: "t" } });`,
      list: (status) =>
        `(await encryptions.list({ page: 0, size: 10, status: ${status} })).task_array[0]?.status`,
      create: (body) => `await encryptions.create(${body})`,
      cancel: (taskId) => `await encryptions.cancel(${taskId})`,
    },
    {
      name: "ours, by path",
      kind: "ours",
      imports: `import { createMpcClient } from "@mpc-contract/client";
const client = createMpcClient({ region: "cn-north-4", projectId: "p", credentials: { token: "t" } });
const url = "/v1/{project_id}/encryptions";`,
      list: (status) =>
        `(await client.GET(url, { params: { query: { page: 0, size: 10, status: ${status} } } })).data?.task_array[0]?.status`,
      create: (body) => `(await client.POST(url, { body: ${body} })).data?.task_id`,
      cancel: (taskId) => `(await client.DELETE(url, { params: { query: { task_id: ${taskId} } } })).data`,
    },
    {
      name: "openapi-fetch",
      version: versionOf("openapi-fetch"),
      kind: "peer",
      imports: `import type { paths } from "@mpc-contract/client";
import createClient from "openapi-fetch";
const client = createClient<paths>({ baseUrl: "https://localhost" });
const url = "/v1/{project_id}/encryptions";`,
      list: (status) =>
        `(await client.GET(url, { params: { ${path}, query: { page: 0, size: 10, status: ${status} } } })).data?.task_array[0]?.status`,
      create: (body) => `(await client.POST(url, { params: { ${path} }, body: ${body} })).data?.task_id`,
      cancel: (taskId) =>
        `(await client.DELETE(url, { params: { ${path}, query: { task_id: ${taskId} } } })).data`,
    },
    {
      name: "redocly",
      version: versionOf(generators.redocly.package),
      kind: "peer",
      whenAhead: writtenOut,
      imports: `import { cancelEncryptionTask, createEncryptionTask, listEncryptionTasks } from ${JSON.stringify(redocly)};`,
      list: (status) =>
        `(await listEncryptionTasks({ ${path}, query: { page: 0, size: 10, status: ${status} } })).task_array[0]?.status`,
      create: (body) => `(await createEncryptionTask({ ${path}, body: ${body} })).task_id`,
      cancel: (taskId) => `await cancelEncryptionTask({ ${path}, query: { task_id: ${taskId} } })`,
    },
    {
      name: "hey-api",
      version: versionOf(generators["hey-api"].package),
      kind: "peer",
      whenAhead:
        "Most of what its calls need is instantiated before the first of them: its source is checked with the program, and is counted with the client alone.",
      imports: `import { cancelEncryptionTask, createEncryptionTask, listEncryptionTasks } from ${JSON.stringify(heyApi)};`,
      list: (status) =>
        `(await listEncryptionTasks({ ${path}, query: { page: 0, size: 10, status: ${status} } })).data?.task_array[0]?.status`,
      create: (body) => `(await createEncryptionTask({ ${path}, body: ${body} })).data?.task_id`,
      cancel: (taskId) => `(await cancelEncryptionTask({ ${path}, query: { task_id: ${taskId} } })).data`,
    },
    {
      name: "orval on axios",
      version: versionOf(generators.orval.package),
      kind: "peer",
      whenAhead: writtenOut,
      imports: `import { getHuaweiCloudMPCEncryptionTasks } from ${JSON.stringify(orval)};
const client = getHuaweiCloudMPCEncryptionTasks();`,
      list: (status) =>
        `(await client.listEncryptionTasks("p", { page: 0, size: 10, status: ${status} })).data.task_array[0]?.status`,
      create: (body) => `(await client.createEncryptionTask("p", ${body})).data.task_id`,
      cancel: (taskId) => `(await client.cancelEncryptionTask("p", { task_id: ${taskId} })).data`,
    },
  ];
}
