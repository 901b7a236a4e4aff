import type { HttpRequest } from "@mpc-contract/validator/engine";
import type { Operation } from "../contract/read-operations.ts";

/** The values of an operation's parameters by place and name, and a body. */
export interface RequestValues {
  parameters: Record<string, unknown>;
  body?: unknown;
}

/** The name of a parameter among the values of a request. */
export function valueName({ in: where, name }: Operation["parameters"][number]): string {
  return `${where} ${name}`;
}

/** Writes the request that asks an operation with values, as they go over the wire. */
export function writeRequest(
  operation: Operation,
  { body, parameters }: RequestValues,
  headers: Record<string, string>,
): HttpRequest {
  const query: string[] = [];
  const own: Record<string, string> = {};
  const cookies: string[] = [];
  let path = operation.path;
  for (const parameter of operation.parameters) {
    const value = parameters[valueName(parameter)];
    if (value === undefined) continue;
    if (parameter.in === "query") query.push(...writeQuery(parameter, value));
    else if (parameter.in === "path")
      path = path.replace(`{${parameter.name}}`, encodeURIComponent(writeText(value)));
    else if (parameter.in === "header") own[parameter.name.toLowerCase()] = writeText(value);
    else cookies.push(`${parameter.name}=${encodeURIComponent(writeText(value))}`);
  }
  return {
    method: operation.method,
    url: path + (query.length > 0 ? `?${query.join("&")}` : ""),
    headers: {
      ...headers,
      ...own,
      ...(cookies.length > 0 ? { cookie: cookies.join("; ") } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body }),
  };
}

function writeQuery({ explode, name, style }: Operation["parameters"][number], value: unknown): string[] {
  const pair = (key: string, text: unknown): string =>
    `${encodeURIComponent(key)}=${encodeURIComponent(writeText(text))}`;
  if (Array.isArray(value)) {
    if (explode) return value.map((item) => pair(name, item));
    const mark = { spaceDelimited: "%20", pipeDelimited: "%7C" }[style] ?? ",";
    return [
      `${encodeURIComponent(name)}=${value.map((item) => encodeURIComponent(writeText(item))).join(mark)}`,
    ];
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).map(([key, text]) =>
      pair(style === "deepObject" ? `${name}[${key}]` : key, text),
    );
  }
  return [pair(name, value)];
}

function writeText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The request as a line for a shell. The values of `secret` headers are not in it. */
export function asCurl(
  base: string,
  { body, headers, method, url }: HttpRequest,
  secret: ReadonlySet<string>,
): string {
  const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const fields = Object.entries(headers as Record<string, string>).map(
    ([name, value]) => ` -H ${quote(`${name}: ${secret.has(name.toLowerCase()) ? "…" : value}`)}`,
  );
  const data = body === undefined ? "" : ` --data ${quote(JSON.stringify(body))}`;
  return `curl -X ${method}${fields.join("")}${data} ${quote(base + url)}`;
}
