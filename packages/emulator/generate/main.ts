// Writes src/generated/: what the emulator knows of the wire, and the tasks that it starts with.
import { emit, type Exchange, type Json, readContract, readExchanges } from "@mpc-contract/openapi/generate";

type JsonObject = { [key: string]: Json };
type SeedTask = { task_id: string | number; status: string };

const contract = await readContract();
const { valid } = await readExchanges();
const components = contract["components"] as Record<string, Record<string, JsonObject>>;
const item = (contract["paths"] as Record<string, JsonObject>)["/v1/{project_id}/encryptions"]!;

const schemes = components["securitySchemes"]!;
const headerOf = (scheme: string): string => schemes[scheme]!["name"] as string;

const gatewayHeaders = ((item["get"] as JsonObject)["responses"] as Record<string, JsonObject>)["200"]![
  "headers"
];
const requestId = Object.entries(gatewayHeaders as Record<string, JsonObject>).find(
  ([, header]) => header["$ref"] === "#/components/headers/RequestId",
)![0];

const errorCode = components["schemas"]!["ErrorCode"]!;
const codes = Object.entries(errorCode["x-error-codes"] as Record<string, JsonObject>);
const refusals = Object.fromEntries(
  codes
    .filter(([, { statuses }]) => (statuses as number[]).length > 0)
    .map(([error_code, { when, statuses, message }]) => [
      when,
      { status: (statuses as number[])[0], body: { error_code, error_msg: message } },
    ]),
);

const defaultOf = (parameter: string): Json =>
  (components["parameters"]![parameter]!["schema"] as JsonObject)["default"]!;

const settable = (contract["servers"] as JsonObject[]).find((server) => "variables" in server)!;
const endpoint = (settable["variables"] as Record<string, JsonObject>)["endpoint"]!["default"];

/** The tasks of each project that an exchange lists, and the answer of each project that refuses everything. */
function readSeed(exchanges: Exchange[]): {
  tasks: Record<string, SeedTask[]>;
  refusing: Record<string, Json>;
} {
  const missing = (components["schemas"]!["TaskStatus"]!["x-life-cycle"] as JsonObject)["missing"];
  const tasks: Record<string, Map<string, SeedTask>> = {};
  const answers: Record<string, Exchange["response"][]> = {};
  for (const { request, response } of exchanges) {
    const project = request.url.split("/")[2]!;
    (answers[project] ??= []).push(response);
    const page = response.body as { task_array?: SeedTask[] } | undefined;
    for (const task of page?.task_array ?? []) {
      if (task.status !== missing) (tasks[project] ??= new Map()).set(String(task.task_id), task);
    }
  }
  const refusing = Object.entries(answers)
    .filter(([, [first, ...others]]) => first!.status >= 400 && others.length === 0)
    .map(([project, [first]]) => {
      const { [requestId]: _, ...headers } = first!.headers;
      return [project, { ...first, headers } as unknown as Json];
    });
  return {
    tasks: Object.fromEntries(Object.entries(tasks).map(([project, byId]) => [project, [...byId.values()]])),
    refusing: Object.fromEntries(refusing) as Record<string, Json>,
  };
}

const literal = (value: unknown): string => JSON.stringify(value, undefined, 2);
const seed = readSeed(valid);

await emit(new URL("../src/generated/", import.meta.url), {
  "wire.ts": `/** The names of headers. */
export const headers = ${literal({
    requestId,
    token: headerOf("Token"),
    project: headerOf("ProjectHeader"),
    date: headerOf("SdkDate"),
    securityToken: headerOf("SecurityToken"),
  })};

/** How far the date of a signature may be from the clock, in seconds. */
export const dateTolerance = ${literal(schemes["SdkDate"]!["x-tolerance"])};

/** The scheme of a signed \`Authorization\`. */
export const signatureScheme = ${literal(schemes["AkSk"]!["scheme"])};

/** Where the contract expects an emulator. */
export const defaultEndpoint = ${literal(endpoint)};

/** What page and size are when the query lacks them. */
export const defaults = ${literal({ page: defaultOf("Page"), size: defaultOf("Size") })};

/** The status of a task that was created, that was cancelled, and that is not there. */
export const lifeCycle = ${literal(components["schemas"]!["TaskStatus"]!["x-life-cycle"])};

/** The answer to each kind of wrong request. */
export const refusals = ${literal(refusals)};
`,
  "seed.ts": `import type { EncryptionTask } from "@mpc-contract/client";

/** The tasks of the contract's examples, by project. */
export const tasks: Record<string, EncryptionTask[]> = ${literal(seed.tasks)};

/** Projects of the contract's examples that answer every request with the same error. */
export const refusing: Record<string, { status: number; headers: Record<string, string>; body?: unknown }> = ${literal(seed.refusing)};
`,
});
