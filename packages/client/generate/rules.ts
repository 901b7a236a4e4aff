import type { Json } from "@mpc-contract/openapi/generate";

type JsonObject = { [key: string]: Json };

/** Writes the rules of all texts in a schema as a list literal, each with its path. */
export function readRules(bundle: JsonObject, root: JsonObject): string {
  const rules: string[] = [];
  walk(root, [], false);
  return `[\n${rules.map((rule) => `  ${rule},\n`).join("")}]`;

  function walk(schema: JsonObject, path: string[], optional: boolean): void {
    const resolved = resolve(bundle, schema);
    const properties = resolved["properties"] as Record<string, JsonObject> | undefined;
    if (!properties) return void rules.push(writeRule(resolved, path, optional));
    const required = (resolved["required"] ?? []) as string[];
    for (const [name, property] of Object.entries(properties)) {
      walk(property, [...path, name], optional || !required.includes(name));
    }
  }
}

/** The schema that a reference leads to, with what stands beside the reference. */
function resolve(bundle: JsonObject, { $ref, ...own }: JsonObject): JsonObject {
  if (typeof $ref !== "string") return own;
  let target: Json = bundle;
  for (const key of $ref.slice(2).split("/")) target = (target as JsonObject)[key]!;
  return { ...resolve(bundle, target as JsonObject), ...own };
}

function writeRule(schema: JsonObject, path: string[], optional: boolean): string {
  if (schema["type"] !== "string") throw new Error(`${path.join(".")} is no text; the client needs one`);
  const [pattern, description] =
    typeof schema["pattern"] === "string"
      ? [new RegExp(schema["pattern"]), schema["x-pattern-description"]]
      : schema["minLength"] === 1
        ? [/./s, "a text that is not empty"]
        : [/(?:)/, "a text"];
  return [
    `{ path: ${JSON.stringify(path)}, pattern: ${String(pattern)}, description: ${JSON.stringify(description)}`,
    optional ? ", optional: true" : "",
    schema["format"] === "password" ? ", secret: true" : "",
    " }",
  ].join("");
}
