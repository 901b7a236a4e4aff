import type { Json } from "@mpc-contract/openapi/generate";
import { originOf, pointer } from "../src/origin.ts";

export type JsonObject = { [key: string]: Json };

/** A schema without references, and where each part of it is written in the bundle. */
export interface InlinedSchema {
  schema: JsonObject;
  /** From a place in `schema` to its place in the bundle, both JSON Pointers. What is not listed follows its parent. */
  origins: Record<string, string>;
  /** The places in `schema` where a secret stands. */
  secrets: string[];
  /** What the pattern at each place means, in words. */
  patterns: Record<string, string>;
}

/** Kept as they are. */
const plain = new Set([
  "type",
  "enum",
  "const",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "required",
  "x-extensible-enum",
]);

/** Said to people or to other tools; nothing is checked by them. */
const annotation = /^(?:description|title|default|deprecated|examples?|format|content\w+|x-.+)$/;

export function atPointer(bundle: JsonObject, place: string): JsonObject {
  let value: Json = bundle;
  for (const key of place.split("/").slice(1)) {
    value = (value as JsonObject)[key.replaceAll("~1", "/").replaceAll("~0", "~")] ?? null;
  }
  return value as JsonObject;
}

/** Follows references until there is a thing itself, and says where that is written. */
export function follow(bundle: JsonObject, place: string): { value: JsonObject; place: string } {
  const value = atPointer(bundle, place);
  return typeof value["$ref"] === "string" ? follow(bundle, value["$ref"]) : { value, place };
}

/** Copies the schema at `place` with every reference replaced by what it refers to. */
export function inlineSchema(bundle: JsonObject, place: string): InlinedSchema {
  const origins: Record<string, string> = {};
  const secrets: string[] = [];
  const patterns: Record<string, string> = {};

  function inline(from: string, path: string, open: string[]): JsonObject {
    const node = atPointer(bundle, from);
    const target = node["$ref"];
    if (typeof target === "string") {
      const beside = Object.keys(node).find((key) => key !== "$ref" && !annotation.test(key));
      if (beside !== undefined) throw new Error(`${from}: "${beside}" beside "$ref" is not supported`);
      if (open.includes(target)) throw new Error(`${from}: a schema that contains itself is not supported`);
      return inline(target, path, [...open, target]);
    }
    if (originOf(origins, path) !== from) origins[path] = from;
    if (node["format"] === "password") secrets.push(path);
    const meaning = node["x-pattern-description"];
    if (typeof meaning === "string") patterns[`${path}/pattern`] = meaning;
    const schema: JsonObject = {};
    for (const [keyword, value] of Object.entries(node)) {
      if (plain.has(keyword)) schema[keyword] = value;
      else if (keyword === "items") {
        schema[keyword] = inline(`${from}/items`, `${path}/items`, open);
      } else if (keyword === "properties") {
        schema[keyword] = Object.fromEntries(
          Object.keys(value as JsonObject).map((name) => {
            const step = `/properties${pointer(name)}`;
            return [name, inline(from + step, path + step, open)];
          }),
        );
      } else if (keyword === "additionalProperties" && typeof value === "boolean") {
        schema[keyword] = value;
      } else if (!annotation.test(keyword)) {
        throw new Error(
          `${from}: the keyword "${keyword}" is not one of those that generate/inline.ts of the validator knows; add it there, or take it out`,
        );
      }
    }
    return schema;
  }

  return { schema: inline(place, "", [place]), origins, secrets, patterns };
}
