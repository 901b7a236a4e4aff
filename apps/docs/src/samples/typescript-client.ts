import { brokenLiteral } from "./literal.ts";
import type { SampleRequest } from "./request.ts";
import { client, notation } from "./typescript.ts";

/** The method of the client for each operation, and what of its result is worth a look. */
const calls: Record<string, (request: SampleRequest) => string> = {
  listEncryptionTasks: ({
    query,
  }) => `const page = await mpc.encryptions.list(${brokenLiteral(query, notation)});
console.log(page.task_array);`,
  createEncryptionTask: ({
    body = null,
  }) => `const id = await mpc.encryptions.create(${brokenLiteral(body, notation)});
console.log(id);`,
  cancelEncryptionTask: ({ query }) =>
    `await mpc.encryptions.cancel(${brokenLiteral(query["task_id"] ?? null, notation)});`,
};

/** The request as a method of the client, which throws what is no success. */
export function typescriptClient(request: SampleRequest): string {
  const call = calls[request.id];
  if (call === undefined) throw new Error(`Which method of the client is ${request.id}?`);
  return `${client(request)}\n\n${call(request)}`;
}
