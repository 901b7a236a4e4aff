import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import contract from "@mpc-contract/openapi" with { type: "json" };
import { allEqual } from "../measure/all-equal.ts";
import type { Bundled } from "./bundle.ts";

const { examples } =
  contract.paths["/v1/{project_id}/encryptions"].get.responses[200].content["application/json"];
const page = JSON.stringify(Object.values(examples)[0]!.value);

interface Page {
  task_array: { task_id: number | string }[];
}

/** Runs each of what is weighed, and gives the tasks that all of them list. */
export async function tasksListed(programs: Bundled[]): Promise<string[]> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "application/json").end(page);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const list = async (file: string): Promise<string[]> => {
    const program = (await import(pathToFileURL(file).href)) as {
      list: (endpoint: string) => PromiseLike<Page>;
    };
    return (await program.list(endpoint)).task_array.map(({ task_id }) => String(task_id));
  };
  try {
    const works = programs.flatMap(({ importing, name, whole }) => [
      [name, () => list(whole)] as const,
      [`${name}, not bundled`, () => list(importing)] as const,
    ]);
    return await allEqual(Object.fromEntries(works));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
