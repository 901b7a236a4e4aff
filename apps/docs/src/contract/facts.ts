import type { Phrase, Words } from "../words/en.ts";
import type { Json, Schema } from "./bundle.ts";

/** One thing that a schema says of a value. */
export interface Fact {
  label: Phrase;
  /** As Markdown. */
  text: Phrase;
  /** The letter of the contract, where the words do not give it. */
  exact?: string;
}

/** The rules a schema sets, in the order in which a reader wants them. */
export function factsOf(schema: Schema): Fact[] {
  const facts: (Fact | undefined)[] = [
    fact("default", schema["default"]),
    range("value", schema["minimum"], schema["maximum"]),
    fact("moreThan", schema["exclusiveMinimum"]),
    fact("lessThan", schema["exclusiveMaximum"]),
    fact("multipleOf", schema["multipleOf"]),
    fact("always", schema["const"]),
    range("length", schema["minLength"], schema["maxLength"], "character"),
    range("items", schema["minItems"], schema["maxItems"], "item"),
    schema["uniqueItems"] === true
      ? { label: ruleNamed("items"), text: ({ eachOnce }) => eachOnce }
      : undefined,
    pattern(schema),
    fact("format", schema["format"]),
    fact("encoding", schema["contentEncoding"]),
    fact("content", schema["contentMediaType"]),
  ];
  return facts.filter((fact) => fact !== undefined);
}

type Rule = Exclude<keyof Words["rules"], "examples">;

function ruleNamed(rule: Rule): Phrase {
  return ({ rules }) => rules[rule];
}

function fact(rule: Rule, value: unknown): Fact | undefined {
  return value === undefined ? undefined : { label: ruleNamed(rule), text: code(value as Json) };
}

function pattern({ pattern, "x-pattern-description": words }: Schema): Fact | undefined {
  if (pattern === undefined) return undefined;
  return words === undefined
    ? { label: ruleNamed("pattern"), text: code(pattern) }
    : { label: ruleNamed("pattern"), text: words, exact: pattern };
}

function range(
  rule: Rule,
  least: unknown,
  most: unknown,
  unit: keyof Words["units"] = "none",
): Fact | undefined {
  const label = ruleNamed(rule);
  const [from, to] = [code(least as Json), code(most as Json)];
  if (least === undefined && most === undefined) return undefined;
  if (most === undefined) {
    return { label, text: ({ atLeast, units }) => atLeast(from, units[unit](Number(least))) };
  }
  const units = (words: Words) => words.units[unit](Number(most));
  if (least === undefined) return { label, text: (words) => words.atMost(to, units(words)) };
  return { label, text: (words) => words.range(from, to, units(words)) };
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
