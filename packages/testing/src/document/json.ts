/** A JSON value, walked without a type of its own. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** A JSON Pointer into a document, with `#` before it. */
export type Place = string;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What should be a text, as a text, whatever it is. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** The place of a child. */
export function step(place: Place, ...keys: (string | number)[]): Place {
  return place + keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The keys of a place. */
export function keysOf(place: Place): string[] {
  return place
    .split("/")
    .slice(1)
    .map((key) => (key.includes("~") ? key.replaceAll("~1", "/").replaceAll("~0", "~") : key));
}

/** The value at a place, if there is one. */
export function valueAt(root: Json, place: Place): Json | undefined {
  let value: Json | undefined = root;
  for (const key of keysOf(place)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as JsonObject)[key];
  }
  return value;
}

/** Follows references until there is a thing itself, and says where that is written. */
export function follow(root: Json, place: Place): { value: Json | undefined; place: Place } {
  const passed = new Set<Place>();
  for (let at = place; ;) {
    const value = valueAt(root, at);
    if (!isObject(value) || typeof value["$ref"] !== "string" || passed.has(at)) return { value, place: at };
    passed.add(at);
    at = value["$ref"];
  }
}

/** The object at a place, behind references. An empty one when there is none. */
export function objectAt(root: Json, place: Place): { value: JsonObject; place: Place } {
  const found = follow(root, place);
  return { value: isObject(found.value) ? found.value : {}, place: found.place };
}

/**
 * A copy of the document with another value at a place, or none there when it is `undefined`. What is not
 * on the way to the place is shared with the original.
 */
export function withValue(root: Json, place: Place, value: Json | undefined): Json {
  const [key, ...rest] = keysOf(place);
  if (key === undefined) return value ?? null;
  const put = (node: Json, [key, ...rest]: string[]): Json => {
    const inner = rest.length === 0 ? value : put((node as JsonObject)[key!] ?? {}, rest);
    if (Array.isArray(node)) {
      const index = Number(key);
      return inner === undefined ? node.filter((_, other) => other !== index) : node.with(index, inner);
    }
    const copy = { ...(node as JsonObject) };
    if (inner === undefined) delete copy[key!];
    else copy[key!] = inner;
    return copy;
  };
  return put(root, [key, ...rest]);
}
