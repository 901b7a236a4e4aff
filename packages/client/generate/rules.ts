import type { Json } from "@mpc-contract/openapi/generate";

type JsonObject = { [key: string]: Json };

/** Writes the rules of the texts in a schema as a list literal: those that their types do not say. */
export function readRules(bundle: JsonObject, root: JsonObject): string {
  const rules: string[] = [];
  walk(root, [], false);
  return `[\n${rules.map((rule) => `  ${rule},\n`).join("")}]`;

  function walk(schema: JsonObject, path: string[], optional: boolean): void {
    const resolved = resolve(bundle, schema);
    const properties = (resolved["properties"] ?? {}) as Record<string, JsonObject>;
    const required = (resolved["required"] ?? []) as string[];
    for (const [name, property] of Object.entries(properties)) {
      walk(property, [...path, name], optional || !required.includes(name));
    }
    const rule = resolved["type"] === "string" ? writeRule(resolved, path, optional) : undefined;
    if (rule) rules.push(rule);
  }
}

/** The schema that a reference leads to, with what stands beside the reference. */
function resolve(bundle: JsonObject, { $ref, ...own }: JsonObject): JsonObject {
  if (typeof $ref !== "string") return own;
  let target: Json = bundle;
  for (const key of $ref.slice(2).split("/")) target = (target as JsonObject)[key]!;
  return { ...resolve(bundle, target as JsonObject), ...own };
}

function writeRule(schema: JsonObject, path: string[], optional: boolean): string | undefined {
  const { format, minLength, pattern } = schema;
  const [rule, description] =
    typeof pattern === "string"
      ? [new RegExp(pattern), schema["x-pattern-description"]]
      : [/./s, "a text that is not empty"];
  if (pattern === undefined && minLength === undefined) return undefined;
  const flags = format === "password" ? `, ${Number(optional)}, 1` : optional ? ", 1" : "";
  return `[${JSON.stringify(path.join("."))}, ${String(rule)}, ${JSON.stringify(description)}${flags}]`;
}
