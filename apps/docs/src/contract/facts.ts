import type { Json, Schema } from "./bundle.ts";

/** One thing that a schema says of a value. */
export interface Fact {
  label: string;
  /** In words, as Markdown. */
  text: string;
  /** The letter of the contract, where the words do not give it. */
  exact?: string;
}

/** The rules a schema sets, in the order in which a reader wants them. */
export function factsOf(schema: Schema): Fact[] {
  const facts: (Fact | undefined)[] = [
    fact("Default", schema["default"]),
    range("Value", schema["minimum"], schema["maximum"]),
    fact("More than", schema["exclusiveMinimum"]),
    fact("Less than", schema["exclusiveMaximum"]),
    fact("Multiple of", schema["multipleOf"]),
    fact("Always", schema["const"]),
    range("Length", schema["minLength"], schema["maxLength"], "character"),
    range("Items", schema["minItems"], schema["maxItems"], "item"),
    schema["uniqueItems"] === true ? { label: "Items", text: "each once" } : undefined,
    pattern(schema),
    fact("Format", schema["format"]),
    fact("Encoding", schema["contentEncoding"]),
    fact("Content", schema["contentMediaType"]),
  ];
  return facts.filter((fact) => fact !== undefined);
}

function fact(label: string, value: unknown): Fact | undefined {
  return value === undefined ? undefined : { label, text: code(value as Json) };
}

function pattern({ pattern, "x-pattern-description": words }: Schema): Fact | undefined {
  if (pattern === undefined) return undefined;
  return words === undefined
    ? { label: "Pattern", text: code(pattern) }
    : { label: "Pattern", text: words, exact: pattern };
}

function range(label: string, least: unknown, most: unknown, unit?: string): Fact | undefined {
  const units = (count: unknown) => (unit === undefined ? "" : ` ${unit}${count === 1 ? "" : "s"}`);
  if (least === undefined && most === undefined) return undefined;
  if (most === undefined) return { label, text: `at least ${code(least as Json)}${units(least)}` };
  if (least === undefined) return { label, text: `at most ${code(most as Json)}${units(most)}` };
  return { label, text: `${code(least as Json)} to ${code(most as Json)}${units(most)}` };
}

/** A value as text: text as it is, everything else as JSON. */
export function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A value as code in Markdown. */
export function code(value: Json): string {
  return `\`${textOf(value)}\``;
}

/** The type of a value, in words: `array of strings`, `string or integer`. */
export function typeOf(schema: Schema, item?: string): string {
  const types = [schema.type ?? "any value"].flat().join(" or ");
  return types === "array" && item !== undefined ? `array of ${item.replace(/\w+$/, "$&s")}` : types;
}
