import { type Json, type JsonObject, type Place, isObject, step } from "../document/json.ts";
import { type Mutation, type MutationKind, renamed, strange, without } from "./mutation.ts";
import { loosenPattern } from "./loosen-pattern.ts";

const lengths = [
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
  "minContains",
  "maxContains",
];
const bounds = [...lengths, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

/** What a type is mistaken for. */
const otherTypes: Record<string, string[]> = {
  string: ["integer", "array"],
  integer: ["number", "string"],
  number: ["integer", "string"],
  boolean: ["string"],
  array: ["object"],
  object: ["array"],
  null: ["string"],
};

/** The ways in which one gets a schema wrong. */
export function* mutateSchema(schema: JsonObject, place: Place): Generator<Mutation> {
  const change = (kind: MutationKind, keyword: string, value: Json | undefined, what: string): Mutation => ({
    place: step(place, keyword),
    kind,
    what,
    changed: step(place, keyword),
    value,
  });
  yield* mutateType(schema, change);
  for (const keyword of bounds) {
    const bound = schema[keyword];
    if (typeof bound !== "number") continue;
    yield change("bound removed", keyword, undefined, `${keyword} ${bound} removed`);
    for (const moved of [bound - 1, bound + 1]) {
      if ((lengths.includes(keyword) && moved < 0) || (keyword === "multipleOf" && moved <= 0)) continue;
      yield change("bound moved", keyword, moved, `${keyword} ${bound} → ${moved}`);
    }
  }
  for (const keyword of ["enum", "x-extensible-enum"]) {
    const words = schema[keyword];
    if (!Array.isArray(words)) continue;
    for (const [index, word] of words.entries()) {
      const rest = words.filter((_, other) => other !== index);
      yield change("word dropped", keyword, rest, `${JSON.stringify(word)} dropped`);
    }
    const more =
      typeof words[0] === "number"
        ? Math.max(...words.filter((word) => typeof word === "number")) + 1
        : strange;
    yield change("word added", keyword, [...words, more], `${JSON.stringify(more)} added`);
  }
  if (schema["const"] !== undefined) yield change("bound removed", "const", undefined, "const removed");
  if (typeof schema["pattern"] === "string") {
    yield change("pattern removed", "pattern", undefined, "pattern removed");
    for (const { pattern, what } of loosenPattern(schema["pattern"])) {
      yield change("pattern loosened", "pattern", pattern, what);
    }
  }
  if (schema["uniqueItems"] === true)
    yield change("bound removed", "uniqueItems", undefined, "uniqueItems removed");
  yield* mutateProperties(schema, change);
  for (const keyword of ["anyOf", "oneOf", "allOf"]) {
    const branches = schema[keyword];
    if (!Array.isArray(branches) || branches.length < 2) continue;
    for (const index of branches.keys()) {
      const rest = branches.filter((_, other) => other !== index);
      yield change("alternative dropped", keyword, rest, `${keyword}/${index} dropped`);
    }
  }
  if (schema["not"] !== undefined) yield change("bound removed", "not", undefined, "not removed");
  if (schema["default"] !== undefined) {
    const other = changedValue(schema["default"], schema);
    yield change(
      "default changed",
      "default",
      other,
      `default ${short(schema["default"])} → ${short(other)}`,
    );
    yield change("default changed", "default", undefined, `default ${short(schema["default"])} removed`);
  }
  for (const [index, example] of (Array.isArray(schema["examples"]) ? schema["examples"] : []).entries()) {
    yield changeExample(step(place, "examples", index), example, schema);
  }
  if (schema["example"] !== undefined) yield changeExample(step(place, "example"), schema["example"], schema);
}

type Change = (kind: MutationKind, keyword: string, value: Json | undefined, what: string) => Mutation;

function* mutateType(schema: JsonObject, change: Change): Generator<Mutation> {
  const type = schema["type"];
  if (type === undefined) return;
  const types = [type].flat() as string[];
  const name = types.join(" or ");
  const use = (others: string[]): Json => (others.length === 1 ? others[0]! : others);
  for (const one of types.length > 1 ? types : []) {
    const rest = types.filter((other) => other !== one);
    yield change("type changed", "type", use(rest), `type ${name} → ${rest.join(" or ")}`);
  }
  for (const one of types) {
    for (const other of otherTypes[one] ?? []) {
      if (types.includes(other)) continue;
      const changed = types.map((word) => (word === one ? other : word));
      yield change("type changed", "type", use(changed), `type ${name} → ${changed.join(" or ")}`);
    }
  }
  if (!types.includes("null"))
    yield change("null allowed", "type", [...types, "null"], `type ${name} → ${name} or null`);
  yield change("type changed", "type", undefined, `type ${name} removed`);
}

function* mutateProperties(schema: JsonObject, change: Change): Generator<Mutation> {
  const required = (schema["required"] ?? []) as string[];
  for (const name of required) {
    yield change(
      "required dropped",
      "required",
      required.filter((other) => other !== name),
      `${name} no longer required`,
    );
  }
  const properties = schema["properties"];
  if (isObject(properties)) {
    for (const name of Object.keys(properties)) {
      if (!required.includes(name)) {
        yield change("required added", "required", [...required, name], `${name} required`);
      }
      yield change("property dropped", "properties", without(properties, name), `${name} dropped`);
      yield change(
        "property renamed",
        "properties",
        renamed(properties, name, `${name}_`),
        `${name} → ${name}_`,
      );
    }
    yield change("property added", "properties", { ...properties, [strange]: {} }, `${strange} added`);
    if (!("additionalProperties" in schema)) {
      yield change("others allowed", "additionalProperties", true, "other properties allowed");
      yield change("others refused", "additionalProperties", false, "other properties refused");
    }
  }
  const others = schema["additionalProperties"];
  if (others === false)
    yield change("others allowed", "additionalProperties", undefined, "other properties not refused");
  else if (others !== undefined)
    yield change("others refused", "additionalProperties", false, "other properties refused");
}

/** Another value of the same type, of those that the schema lists where it lists some. */
function changedValue(value: Json, schema: JsonObject): Json {
  const words = (schema["enum"] ?? schema["x-extensible-enum"]) as Json[] | undefined;
  const other = words?.find((word) => word !== value);
  if (other !== undefined) return other;
  if (typeof value === "number") return value + 7919;
  if (typeof value === "boolean") return !value;
  if (typeof value === "string") return changedText(value);
  if (Array.isArray(value))
    return value.length > 0 ? [changedValue(value[0]!, {}), ...value.slice(1)] : [strange];
  if (value === null) return strange;
  return changedObject(value);
}

/** A text of the same form: one of its letters or digits is another. */
function changedText(text: string): string {
  const at = text.search(/[0-9A-Za-z]/);
  if (at < 0) return `${text}x`;
  const letter = text[at]!;
  const other = /[0-9]/.test(letter)
    ? letter === "1"
      ? "2"
      : "1"
    : letter === "a"
      ? "b"
      : letter === letter.toLowerCase()
        ? "a"
        : letter === "A"
          ? "B"
          : "A";
  return text.slice(0, at) + other + text.slice(at + 1);
}

function changedObject(value: JsonObject): JsonObject {
  const [first] = Object.entries(value);
  return first ? { ...value, [first[0]]: changedValue(first[1], {}) } : { [strange]: true };
}

/** Another example in the place of one, which nobody has seen. */
export function changeExample(place: Place, example: Json, schema: JsonObject): Mutation {
  const other = isWord(example, schema) ? strange : changedValue(example, {});
  return {
    place,
    kind: "example changed",
    what: `example ${short(example)} → ${short(other)}`,
    changed: place,
    value: other,
  };
}

function isWord(value: Json, schema: JsonObject): boolean {
  return [schema["enum"] ?? schema["x-extensible-enum"] ?? []].flat().includes(value);
}

function short(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
