import type { Json } from "../contract/bundle.ts";
import { brokenLiteral } from "./literal.ts";
import type { SampleRequest } from "./request.ts";
import { client, notation } from "./typescript.ts";

/** The method of the client for each operation, and what of its result is worth a look. */
const calls: Record<string, (request: SampleRequest) => string> = {
  listEncryptionTasks: ({ query }) =>
    `const page = await mpc.encryptions.list(${argument(query)});\nconsole.log(page.task_array);`,
  createEncryptionTask: ({ body }) =>
    `const id = await mpc.encryptions.create(${argument(body)});\nconsole.log(id);`,
  cancelEncryptionTask: ({ query }) => `await mpc.encryptions.cancel(${argument(query["task_id"])});`,
};

/** The request as a method of the client, which throws what is no success. */
export function typescriptClient(request: SampleRequest): string {
  const call = calls[request.id];
  if (call === undefined) throw new Error(`Which method of the client is ${request.id}?`);
  return `${client(request)}\n\n${call(request)}`;
}

function argument(value: Json | undefined): string {
  return value === undefined ? "" : brokenLiteral(value, notation);
}
