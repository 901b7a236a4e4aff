import type { Json } from "../contract/bundle.ts";
import { literal, type Notation } from "./literal.ts";
import type { SampleRequest } from "./request.ts";

/** A text of JSON is one of TypeScript. */
export const notation: Notation = {
  indent: "  ",
  padding: " ",
  key: (name) => (/^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name)),
  scalar: (value) => JSON.stringify(value),
};

/** The client, `@mpc-contract/client`. It fills in the project, and an IAM token is the shortest credential to show. */
export function client({ region, path }: SampleRequest): string {
  return `import { createMpcClient } from "@mpc-contract/client";

const mpc = createMpcClient({
  region: ${JSON.stringify(region)},
  projectId: ${JSON.stringify(path["project_id"])},
  credentials: { token: process.env.TOKEN! },
});`;
}

/** The request as it goes over the wire, as a call of the client. */
export function typescript(request: SampleRequest): string {
  const { method, template, query, body, answered } = request;
  const options: { [key: string]: Json } = {
    ...(Object.keys(query).length === 0 ? {} : { params: { query } }),
    ...(body === undefined ? {} : { body }),
  };
  const names = answered ? "data, error, response" : "error, response";
  return `${client(request)}

const { ${names} } = await mpc.${method}(
  ${JSON.stringify(template)},
  ${literal(options, notation, "  ", 1)},
);
if (!response.ok) {
  console.error(response.status, error);
  process.exit(1);
}
console.log(${answered ? "data" : "response.status"});`;
}
