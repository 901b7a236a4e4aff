// The schemas of a document as Ajv takes them: in the places where they stand, without what is said to people.
import {
  type Json,
  type JsonObject,
  type Place,
  follow,
  isObject,
  keysOf,
  step,
  textOf,
} from "../document/json.ts";
import { type Node, childrenOf, rootNode } from "../document/shapes.ts";

/** The name under which Ajv knows the tree. */
export const documentId = "document";

/** Keywords with which a schema is checked. Those with schemas inside are added as they are met. */
const assertions = new Set([
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
  "minContains",
  "maxContains",
  "minProperties",
  "maxProperties",
  "required",
  "dependentRequired",
  "$ref",
]);

/** Keywords whose schemas are about the same value. */
const inPlace = ["allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"];

/** Keywords whose schemas are about a value inside. */
const inside =
  /\/(?:items|additionalProperties|contains|unevaluatedItems|unevaluatedProperties|(?:properties|patternProperties|prefixItems)\/[^/]*)$/;

export interface DocumentSchemas {
  tree: JsonObject;
  /** The place of each schema of the tree. */
  places: WeakMap<object, Place>;
  /** For a schema that a strict check closes: the place that says which properties there are. */
  closed: WeakMap<object, { place: Place; names: Set<string> }>;
}

/**
 * Reads the schemas of a document.
 *
 * @param strict Closes each object that says which properties there are and not whether there may be others,
 * and keeps the words of open enums.
 */
export function readSchemas(root: JsonObject, strict: boolean): DocumentSchemas {
  const places = new WeakMap<object, Place>();
  const closed = new WeakMap<object, { place: Place; names: Set<string> }>();

  function copySchema(node: Node, aboutValue: boolean, asked = false): Json {
    const { place, value } = node;
    if (!isObject(value)) return value;
    const schema: JsonObject = {};
    for (const [keyword, inner] of Object.entries(value)) {
      if (keyword === "$ref") schema[keyword] = `${documentId}${textOf(inner)}`;
      else if (assertions.has(keyword)) schema[keyword] = inner;
      else if (strict && keyword === "x-extensible-enum") schema[keyword] = inner;
    }
    for (const child of childrenOf(node)) {
      const keys = keysOf(child.place).slice(keysOf(place).length);
      if (keys[0] === "contentSchema") continue;
      put(
        schema,
        value,
        keys,
        copySchema(
          child,
          inside.test(child.place.slice(place.length)),
          asked || keys[0] === "not" || keys[0] === "if",
        ),
      );
    }
    // To close what is asked for under "if" or "not" would turn its meaning round.
    if (strict && aboutValue && !asked) {
      const described = propertiesOf(root, place);
      if (described !== undefined) {
        schema["unevaluatedProperties"] = false;
        closed.set(schema, described);
      }
    }
    places.set(schema, place);
    return schema;
  }

  function copyNode(node: Node): Json {
    if (node.type === "Schema") return copySchema(node, !/^#\/components\/schemas\/[^/]*$/.test(node.place));
    const copy: JsonObject = {};
    for (const child of childrenOf(node)) {
      const keys = keysOf(child.place).slice(keysOf(node.place).length);
      put(copy, node.value as JsonObject, keys, copyNode(child));
    }
    return copy;
  }

  return { tree: copyNode(rootNode(root)) as JsonObject, places, closed };
}

/** Puts a child in its place: under a key, or in a map or a list under it. */
function put(copy: JsonObject, original: JsonObject, [key, inner]: string[], child: Json): void {
  if (inner === undefined) copy[key!] = child;
  else {
    const holder = (copy[key!] ??= Array.isArray(original[key!]) ? [] : {});
    Object.defineProperty(holder, inner, {
      value: child,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}

/** The schemas about the same value as the one at `place`, itself first. */
export function schemasInPlace(root: JsonObject, place: Place, met = new Set<Place>()): Set<Place> {
  if (met.has(place)) return met;
  const { value } = follow(root, place);
  met.add(place);
  const own = follow(root, place).place;
  met.add(own);
  for (const at of new Set([place, own])) {
    const schema = at === own ? value : undefined;
    if (!isObject(schema)) continue;
    for (const keyword of inPlace) {
      const branches = schema[keyword];
      if (branches === undefined) continue;
      const keys =
        keyword === "if" || keyword === "then" || keyword === "else"
          ? [undefined]
          : Object.keys(branches ?? {});
      for (const key of keys) {
        schemasInPlace(root, key === undefined ? step(at, keyword) : step(at, keyword, key), met);
      }
    }
  }
  return met;
}

/** The properties that schemas about one value describe, unless one of them says whether there may be others. */
function propertiesOf(root: JsonObject, place: Place): { place: Place; names: Set<string> } | undefined {
  let described: { place: Place; names: Set<string> } | undefined;
  for (const at of schemasInPlace(root, place)) {
    const { value: schema } = follow(root, at);
    if (!isObject(schema) || typeof schema["$ref"] === "string") continue;
    if ("additionalProperties" in schema || "unevaluatedProperties" in schema) return undefined;
    if (!isObject(schema["properties"])) continue;
    described ??= { place: step(follow(root, at).place, "properties"), names: new Set() };
    for (const name of Object.keys(schema["properties"])) described.names.add(name);
  }
  return described;
}
