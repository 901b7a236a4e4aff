import fc from "fast-check";
import { type Json, type JsonObject, type Place, follow, isObject, step, valueAt } from "../document/json.ts";

/** Texts that match the pattern of a schema, the same each time. */
export function textsOf(root: JsonObject, place: Place, count = 3000): string[] {
  const schema = valueAt(root, place);
  if (!isObject(schema) || typeof schema["pattern"] !== "string") return [];
  try {
    const matching = fc.sample(fc.stringMatching(new RegExp(schema["pattern"])), { seed: 1, numRuns: count });
    const [character = "x"] = matching.find((text) => text !== "") ?? "x";
    // At and about the lengths that the pattern names.
    const lengths = [...schema["pattern"].matchAll(/\d+/g)].map(([digits]) =>
      Math.min(Number(digits), 10_000),
    );
    const repeated = lengths.flatMap((length) =>
      [length - 1, length, length + 1].map((times) => character.repeat(Math.max(0, times))),
    );
    return [...matching, ...repeated];
  } catch {
    // It has something that no text can be made for.
    return [];
  }
}

/** Values at and about what a schema says. */
export function* candidatesFor(root: JsonObject, place: Place): Generator<Json> {
  const schema = valueAt(root, place);
  if (!isObject(schema)) return;
  yield* [null, true, "", "x", 0, -1, 1, 1.5, 2 ** 53, [], {}];
  for (const keyword of ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]) {
    const bound = schema[keyword];
    if (typeof bound === "number") yield* [bound - 1, bound, bound + 1, bound + 0.5];
  }
  for (const keyword of ["minLength", "maxLength"]) {
    const bound = schema[keyword];
    if (typeof bound === "number" && bound < 100_000)
      yield* ["x".repeat(Math.max(0, bound - 1)), "x".repeat(bound), "x".repeat(bound + 1)];
  }
  for (const keyword of ["enum", "x-extensible-enum"]) {
    for (const word of Array.isArray(schema[keyword]) ? schema[keyword] : []) yield word;
  }
  const samples = samplesOf(root, place);
  for (const sample of samples) yield* near(sample);
}

/** The examples of a schema. */
export function samplesOf(root: JsonObject, place: Place): Json[] {
  const { place: own, value } = follow(root, place);
  if (!isObject(value)) return [];
  const examples = [
    ...(Array.isArray(value["examples"]) ? value["examples"] : []),
    value["example"] ?? [],
    value["default"] ?? [],
  ].flat();
  if (examples.length > 0) return examples;
  if (value["items"] !== undefined) return [samplesOf(root, step(own, "items"))];
  return [];
}

/** A value, and what becomes of it when one thing is changed. */
function* near(value: Json): Generator<Json> {
  yield value;
  if (typeof value === "string") yield* nearText(value);
  if (typeof value === "number") yield* [value + 0.5, String(value), -value];
  if (Array.isArray(value)) yield* [value.slice(1), [...value, ...value], value.map((_, index) => index)];
  if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const { [key]: _, ...rest } = value;
      yield rest;
      yield { ...value, [`${key}_`]: inner };
      for (const other of near(inner)) yield { ...value, [key]: other };
    }
    yield { ...value, x_mutant: "x" };
  }
}

/** Texts that differ from one in a character, in one too many, or in one too few. */
function* nearText(text: string): Generator<string> {
  const odd = ["x", "0", "9", "5", "_", " ", "é", ""];
  for (let at = 0; at <= text.length; at += 1) {
    for (const character of odd) {
      yield text.slice(0, at) + character + text.slice(at + 1);
      yield text.slice(0, at) + character + text.slice(at);
    }
  }
  yield text.repeat(20);
}
