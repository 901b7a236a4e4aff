import type { Json } from "@mpc-contract/openapi/generate";
import { readRules } from "./rules.ts";

type JsonObject = { [key: string]: Json };

const literal = (value: unknown): string => JSON.stringify(value, undefined, 2);

/** Follows keys into the bundle, and says which is not there. */
function at<T extends Json>(bundle: JsonObject, ...keys: string[]): T {
  let value: Json | undefined = bundle;
  for (const key of keys) value = (value as JsonObject | undefined)?.[key];
  if (value === undefined) throw new Error(`#/${keys.join("/")} is missing; the client needs it`);
  return value as T;
}

/** The codes of each kind; those that the contract gives no kind are of the kind `request`. */
function readErrorKinds(schema: JsonObject): Record<string, string[]> {
  const codes = at<string[]>(schema, "x-extensible-enum");
  const kinds = at<Record<string, string[]>>(schema, "x-error-kinds");
  const given = Object.values(kinds).flat();
  const unknown = given.find((code) => !codes.includes(code));
  if (unknown) throw new Error(`x-error-kinds: ${unknown} is no word of x-extensible-enum`);
  return { ...kinds, request: codes.filter((code) => !given.includes(code)) };
}

/** Writes what the client must know of the contract when it runs, as the text of a module. */
export function writeWire(bundle: JsonObject): string {
  const scheme = <T extends Json>(...keys: string[]): T =>
    at(bundle, "components", "securitySchemes", ...keys);
  const schema = (name: string): JsonObject => at(bundle, "components", "schemas", name);
  const parameter = (name: string): JsonObject => at(bundle, "components", "parameters", name, "schema");
  const responseHeaders = at<JsonObject>(bundle, "components", "responses", "BadRequest", "headers");
  const requestId = Object.entries(responseHeaders).find(
    ([, header]) => at(header as JsonObject, "$ref") === "#/components/headers/RequestId",
  );
  const signing = ["ProjectHeader", "SdkDate", "SecurityToken"].map((name) => scheme<string>(name, "name"));
  const signed = ["Content-Type", "Host", ...signing].map((name) => name.toLowerCase()).toSorted();
  const regions = at<JsonObject[]>(bundle, "servers")
    .filter((server) => "x-region" in server)
    .map((server) => [server["x-region"], server["url"]]);
  const rule = (schema: JsonObject): string => {
    const pattern = new RegExp(at<string>(schema, "pattern"));
    return `{\n  pattern: ${String(pattern)},\n  description: ${literal(schema["x-pattern-description"])},\n}`;
  };
  const bounds = ({ maximum, minimum }: JsonObject): string => literal([minimum, maximum]);

  return `/** The endpoint of each region. */
export const regions = ${literal(Object.fromEntries(regions))} as const;

/** The names of headers: of those that a request has, and of the one that a response has. */
export const headers = ${literal({
    token: scheme("Token", "name"),
    project: scheme("ProjectHeader", "name"),
    requestId: requestId![0],
  })};

/** The header that says when a request was signed. */
export const dateHeader = ${literal(scheme("SdkDate", "name"))};

/** The header that a temporary access key comes with. */
export const securityTokenHeader = ${literal(scheme("SecurityToken", "name"))};

/** The headers that are signed when they are there, and the host: in lower case and in order. */
export const signedHeaders = ${literal(signed)};

/** The scheme of a signed \`Authorization\`. */
export const signatureScheme = ${literal(scheme("AkSk", "scheme"))};

/** How far the date of a signature may be from the clock of the service, in seconds. */
export const dateTolerance = ${literal(scheme("SdkDate", "x-tolerance"))};

/** The environment variables that hold an access key. */
export const environment = ${literal(scheme("AkSk", "x-environment"))} as const;

/** Who gives out tokens, in which header, and for how many seconds. */
export const issuer = ${literal(scheme("Token", "x-issuer"))};

/** What a project ID looks like. */
export const projectId = ${rule(parameter("ProjectId"))};

/** What a task ID looks like. */
export const taskId = ${rule(schema("TaskIdFilter"))};

/** What a time looks like, in words. */
export const timestampDescription = ${literal(schema("TimestampText")["x-pattern-description"])};

/** How many IDs a request takes. */
export const maxTaskIds = ${literal(at(parameter("TaskIds"), "maxItems"))};

/** The least and the largest \`page\`. */
export const page: readonly [number, number] = ${bounds(parameter("Page"))};

/** The least and the largest \`size\`. */
export const size: readonly [number, number] = ${bounds(parameter("Size"))};

/** What must hold of the texts of a task to create: where, which pattern, and the same in words. */
export const taskRules: readonly (readonly [
  path: string,
  pattern: RegExp,
  words: string,
  optional?: 0 | 1,
  secret?: 1,
])[] = ${readRules(bundle, schema("EncryptionTaskRequest"))};

/** The status of a task at each point of its life, and when there is none. */
export const lifeCycle = ${literal(at(schema("TaskStatus"), "x-life-cycle"))};

/** The error codes, by what a client can do about them. */
export const errorKinds: Readonly<Record<ErrorKind, readonly string[]>> = ${literal(readErrorKinds(schema("ErrorCode")))};

export type ErrorKind = "authentication" | "throttled" | "transient" | "request";

/** How many calls a tenant has, in how many seconds. */
export const rateLimit = ${literal(at(bundle, "components", "responses", "TooManyRequests", "x-rate-limit"))};
`;
}
