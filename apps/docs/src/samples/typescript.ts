import type { Json } from "../contract/bundle.ts";
import type { SampleRequest } from "./request.ts";

/** No line of a sample is longer where it can be broken: it must fit its panel without scrolling. */
const width = 58;

/** The request as a call of the client, `@mpc-contract/client`. */
export function typescript({ method, region, template, path, query, body }: SampleRequest): string {
  const options: { [key: string]: Json } = {
    ...(Object.keys(query).length === 0 ? {} : { params: { query } }),
    ...(body === undefined ? {} : { body }),
  };
  // The client fills in the project, and an IAM token is the shortest credential to show.
  return `import { createMpcClient } from "@mpc-contract/client";

const mpc = createMpcClient({
  region: ${JSON.stringify(region)},
  projectId: ${JSON.stringify(path["project_id"])},
  credentials: { token: process.env.TOKEN! },
});

const { data, error } = await mpc.${method}(${JSON.stringify(template)}, ${broken(options, "")});`;
}

/** A value as TypeScript, on one line where it fits. */
function literal(value: Json, indent: string, name: string): string {
  const line = joined(value);
  return indent.length + name.length + line.length <= width ? line : broken(value, indent);
}

/** On one line. */
function joined(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(joined).join(", ")}]`;
  const entries = Object.entries(value).map(([key, inner]) => `${key}: ${joined(inner)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** One line for each item or property. */
function broken(value: Json, indent: string): string {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return joined(value);
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${literal(item, inner, "")},\n`)
    : Object.entries(value).map(([key, item]) => `${inner}${key}: ${literal(item, inner, `${key}: `)},\n`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join("")}${indent}${close}`;
}
