// Writes src/generated/: the contract as types, its regions, and what requests are signed with.
import { emit, type Json, readContract } from "@mpc-contract/openapi/generate";
import { contractTypes } from "@mpc-contract/openapi/generate/types";

type JsonObject = { [key: string]: Json };

const literal = (value: unknown): string => JSON.stringify(value, undefined, 2);

await emit(new URL("../src/generated/", import.meta.url), async () => {
  const contract = await readContract();
  const components = contract["components"] as Record<string, Record<string, JsonObject>>;
  const scheme = (name: string, key: string): Json => components["securitySchemes"]![name]![key]!;
  const regions = (contract["servers"] as JsonObject[])
    .filter((server) => "x-region" in server)
    .map((server) => [server["x-region"], server["url"]]);
  const { schema } = components["parameters"]!["ProjectId"] as { schema: Record<string, string> };
  return {
    "contract.ts": await contractTypes(),
    "wire.ts": `/** The endpoint of each region. */
export const regions = ${literal(Object.fromEntries(regions))} as const;

/** The names of headers. */
export const headers = ${literal({
      token: scheme("Token", "name"),
      project: scheme("ProjectHeader", "name"),
      date: scheme("SdkDate", "name"),
      securityToken: scheme("SecurityToken", "name"),
    })};

/** The scheme of a signed \`Authorization\`. */
export const signatureScheme = ${literal(scheme("AkSk", "scheme"))};

/** What a project ID looks like. */
export const projectId = {
  pattern: ${String(new RegExp(schema["pattern"]!))},
  description: ${literal(schema["x-pattern-description"])},
};
`,
  };
});
