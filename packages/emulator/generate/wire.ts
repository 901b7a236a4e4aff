import type { Json } from "@mpc-contract/openapi/generate";

type JsonObject = { [key: string]: Json };

/** What the emulator knows of the wire. */
export interface Wire {
  headers: Record<"requestId" | "token" | "project" | "date" | "securityToken", string>;
  dateTolerance: number;
  signatureScheme: string;
  lockout: Json;
  listPath: string;
  exampleId: string | number;
  success: Record<string, number>;
  projectId: { pattern: string; words: string };
  rateLimit: { calls: number; seconds: number; window: string };
  rateLimitHeaders: Record<"limit" | "used" | "window", string>;
  endpoint: string;
  defaults: { page: number; size: number };
  lifeCycle: Record<"created" | "begun" | "succeeded" | "failed" | "cancelled" | "missing", string>;
  refusals: Record<string, { status: number; body: { error_code: string; error_msg: string } }>;
  failures: Record<string, string>;
  defaultAlgorithm: string;
  hlsMethods: Json;
}

/** Follows keys into the bundle, and says which is not there. */
function at<T extends Json>(bundle: JsonObject, ...keys: string[]): T {
  let value: Json | undefined = bundle;
  for (const key of keys) value = (value as JsonObject | undefined)?.[key];
  if (value === undefined) throw new Error(`#/${keys.join("/")} is missing; the emulator needs it`);
  return value as T;
}

/** Reads it out of the bundle. */
export function readWire(bundle: JsonObject): Wire {
  const scheme = (name: string, key = "name"): string =>
    at(bundle, "components", "securitySchemes", name, key);
  const standard = (parameter: string): number =>
    at(bundle, "components", "parameters", parameter, "schema", "default");
  const schema = <T extends Json>(name: string, key: string): T =>
    at(bundle, "components", "schemas", name, key);
  const settable = at<JsonObject[]>(bundle, "servers").find((server) => "variables" in server) ?? {};
  return {
    headers: {
      requestId: headerName(bundle, "RequestId"),
      token: scheme("Token"),
      project: scheme("ProjectHeader"),
      date: scheme("SdkDate"),
      securityToken: scheme("SecurityToken"),
    },
    dateTolerance: at(bundle, "components", "securitySchemes", "SdkDate", "x-tolerance"),
    signatureScheme: scheme("AkSk", "scheme"),
    projectId: {
      pattern: at(bundle, "components", "parameters", "ProjectId", "schema", "pattern"),
      words: at(bundle, "components", "parameters", "ProjectId", "schema", "x-pattern-description"),
    },
    ...readOperations(bundle),
    lockout: at(bundle, "components", "securitySchemes", "AkSk", "x-lockout"),
    rateLimit: {
      ...at<{ calls: number; seconds: number }>(
        bundle,
        "components",
        "responses",
        "TooManyRequests",
        "x-rate-limit",
      ),
      window: at(bundle, "components", "headers", "RateLimitWindow", "example"),
    },
    rateLimitHeaders: {
      limit: headerName(bundle, "RateLimit"),
      used: headerName(bundle, "RateLimitUsed"),
      window: headerName(bundle, "RateLimitWindow"),
    },
    endpoint: at(settable, "variables", "endpoint", "default"),
    defaults: { page: standard("Page"), size: standard("Size") },
    lifeCycle: schema("TaskStatus", "x-life-cycle"),
    refusals: readRefusals(schema("ErrorCode", "x-error-codes")),
    failures: readFailures(schema("ErrorCode", "x-error-codes")),
    defaultAlgorithm: schema("EncryptionAlgorithm", "default"),
    hlsMethods: schema("EncryptionAlgorithm", "x-hls-methods"),
  };
}

/** The name under which responses carry a header. */
function headerName(bundle: JsonObject, component: string): string {
  const headers = at<Record<string, JsonObject>>(bundle, "components", "responses", "BadRequest", "headers");
  const entries = Object.entries(headers);
  return entries.find(([, header]) => header["$ref"] === `#/components/headers/${component}`)![0];
}

interface ErrorCode {
  [key: string]: Json;
  when: string;
  statuses: number[];
  message: string;
}

/** The answer to each kind of wrong request. Codes without a status are of tasks, not of requests. */
function readRefusals(codes: Record<string, ErrorCode>): Wire["refusals"] {
  const refusals: Wire["refusals"] = {};
  for (const [error_code, { message, statuses, when }] of Object.entries(codes)) {
    const [status] = statuses;
    if (status !== undefined) refusals[when] = { status, body: { error_code, error_msg: message } };
  }
  return refusals;
}

/** What is said of a task that failed, by what it failed of. */
function readFailures(codes: Record<string, ErrorCode>): Wire["failures"] {
  const ofTasks = Object.values(codes).filter(({ statuses }) => statuses.length === 0);
  return Object.fromEntries(ofTasks.map(({ message, when }) => [when, message]));
}

/** Where tasks are listed, the task of the example there, and with which status each operation succeeds. */
function readOperations(bundle: JsonObject): Pick<Wire, "listPath" | "exampleId" | "success"> {
  const success: Wire["success"] = {};
  const found: Partial<Wire> = {};
  for (const [path, item] of Object.entries(at<Record<string, JsonObject>>(bundle, "paths"))) {
    for (const [method, operation] of Object.entries(item) as [string, JsonObject][]) {
      const id = operation["operationId"];
      if (typeof id !== "string") continue;
      const status = Object.keys(at<JsonObject>(operation, "responses")).find((key) => key.startsWith("2"));
      success[id] = Number(status);
      if (method !== "get") continue;
      found.listPath = path;
      const examples = at<JsonObject>(
        operation,
        "responses",
        status!,
        "content",
        "application/json",
        "examples",
      );
      const [{ value }] = Object.values(examples) as [{ value: { task_array: [{ task_id: number }] } }];
      found.exampleId = value.task_array[0].task_id;
    }
  }
  return { listPath: found.listPath!, exampleId: found.exampleId!, success };
}
