import { type Json, type JsonObject, type Place, follow, isObject, step, textOf } from "../document/json.ts";
import { schemasInPlace } from "./document-schemas.ts";

const kindOf = (value: Json): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
};

/** The types that a schema lets a value have, as far as it says. */
export function typesOf(root: JsonObject, place: Place): Set<string> {
  const types = new Set<string>();
  for (const at of schemasInPlace(root, place)) {
    const { value: schema } = follow(root, at);
    if (!isObject(schema)) continue;
    for (const type of [schema["type"] ?? []].flat()) types.add(textOf(type));
    if (schema["type"] !== undefined) continue;
    if (schema["const"] !== undefined) types.add(kindOf(schema["const"]));
    for (const word of Array.isArray(schema["enum"]) ? schema["enum"] : []) types.add(kindOf(word));
    if ("properties" in schema) types.add("object");
    if ("items" in schema) types.add("array");
  }
  return types;
}

/** The schemas of a property or of the items, over all schemas about the value. */
export function typesInside(root: JsonObject, place: Place, ...keys: string[]): Set<string> {
  const types = new Set<string>();
  for (const at of schemasInPlace(root, place)) {
    for (const type of typesOf(root, step(follow(root, at).place, ...keys))) types.add(type);
  }
  return types;
}

/** The names of the properties that a schema describes. */
export function propertyNames(root: JsonObject, place: Place): Set<string> {
  const names = new Set<string>();
  for (const at of schemasInPlace(root, place)) {
    const { value: schema } = follow(root, at);
    if (!isObject(schema) || !isObject(schema["properties"])) continue;
    for (const name of Object.keys(schema["properties"])) names.add(name);
  }
  return names;
}
