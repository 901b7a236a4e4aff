import { isDeepStrictEqual } from "node:util";
import { schemaAt } from "../contract/compile-schemas.ts";
import type { Contract } from "../contract/contract.ts";
import {
  type Json,
  type JsonObject,
  type Place,
  isObject,
  objectAt,
  step,
  valueAt,
  textOf,
} from "../document/json.ts";
import { assertions, wordKey } from "./items.ts";

/** Marks an item of the contract as seen kept. */
export type Mark = (key: string) => void;

/** The kinds of values that a keyword says something about. Of the others it is silent. */
const about: Record<string, (value: unknown) => boolean> = {
  pattern: isText,
  minLength: isText,
  maxLength: isText,
  "x-extensible-enum": isText,
  minimum: isNumber,
  maximum: isNumber,
  exclusiveMinimum: isNumber,
  exclusiveMaximum: isNumber,
  multipleOf: isNumber,
  minItems: Array.isArray,
  maxItems: Array.isArray,
  uniqueItems: Array.isArray,
  contains: Array.isArray,
  required: isObject,
  minProperties: isObject,
  maxProperties: isObject,
  propertyNames: isObject,
  dependentRequired: isObject,
};

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isNumber(value: unknown): boolean {
  return typeof value === "number";
}

/** Marks what a value that keeps its schema shows of it. */
export function observeValue(contract: Contract, at: Place, value: unknown, mark: Mark): void {
  const schema = valueAt(contract.root, at);
  if (!isObject(schema)) return;
  for (const [keyword, said] of Object.entries(schema)) {
    const place = step(at, keyword);
    if (assertions.has(keyword) && (about[keyword]?.(value) ?? true)) mark(place);
    observeKeyword(contract, keyword, said, place, value, mark);
  }
}

function observeKeyword(
  contract: Contract,
  keyword: string,
  said: Json,
  place: Place,
  value: unknown,
  mark: Mark,
): void {
  const inner = (at: Place, part = value): void => observeValue(contract, at, part, mark);
  const keeps = (at: Place): boolean => contract.schemas.compile(schemaAt(at), "strict")(value).length === 0;
  switch (keyword) {
    case "$ref":
      return inner(textOf(said));
    case "type":
      for (const word of Array.isArray(said) ? said : [])
        if (isOfType(value, textOf(word))) mark(wordKey(place, word));
      return;
    case "enum":
    case "x-extensible-enum":
      return mark(wordKey(place, value));
    case "allOf":
      for (const index of (said as Json[]).keys()) inner(step(place, index));
      return;
    case "anyOf":
    case "oneOf":
      for (const index of (said as Json[]).keys()) {
        if (!keeps(step(place, index))) continue;
        mark(step(place, index));
        inner(step(place, index));
      }
      return;
    case "then":
    case "else": {
      const condition = `${place.slice(0, place.lastIndexOf("/"))}/if`;
      if (valueAt(contract.root, condition) !== undefined && keeps(condition) === (keyword === "then"))
        inner(place);
      return;
    }
    case "example":
      if (isDeepStrictEqual(value, said)) mark(place);
      return;
    case "examples":
      for (const [index, example] of Array.isArray(said) ? said.entries() : []) {
        if (isDeepStrictEqual(value, example)) mark(step(place, index));
      }
      return;
  }
  if (Array.isArray(value)) {
    if (keyword === "items") for (const item of value.slice(prefixOf(contract, place))) inner(place, item);
    if (keyword === "prefixItems") {
      for (const index of (said as Json[]).keys())
        if (index < value.length) inner(step(place, index), value[index]);
    }
    if (keyword === "contains") {
      for (const item of value) {
        if (contract.schemas.compile(schemaAt(place), "strict")(item).length === 0) inner(place, item);
      }
    }
  }
  if (isObject(value)) observeObject(contract, keyword, said, place, value, mark);
}

function observeObject(
  contract: Contract,
  keyword: string,
  said: Json,
  place: Place,
  value: JsonObject,
  mark: Mark,
): void {
  const inner = (at: Place, part: unknown): void => observeValue(contract, at, part, mark);
  if (keyword === "required") {
    for (const name of said as string[]) if (Object.hasOwn(value, name)) mark(`${place}=${name}`);
  }
  if (keyword === "properties") {
    mark(place);
    for (const name of Object.keys(said as JsonObject)) {
      if (!Object.hasOwn(value, name)) continue;
      mark(step(place, name));
      inner(step(place, name), value[name]);
    }
  }
  if (keyword === "patternProperties") {
    for (const pattern of Object.keys(said as JsonObject)) {
      for (const [name, part] of Object.entries(value))
        if (new RegExp(pattern).test(name)) inner(step(place, pattern), part);
    }
  }
  if (keyword === "additionalProperties") {
    if (said === false) mark(place);
    const { value: schema } = objectAt(contract.root, place.slice(0, place.lastIndexOf("/")));
    const known = isObject(schema["properties"]) ? schema["properties"] : {};
    for (const [name, part] of Object.entries(value)) if (!Object.hasOwn(known, name)) inner(place, part);
  }
  if (keyword === "dependentSchemas") {
    for (const name of Object.keys(said as JsonObject))
      if (Object.hasOwn(value, name)) inner(step(place, name), value);
  }
}

/** How many items stand in places of their own. */
function prefixOf({ root }: Contract, items: Place): number {
  const prefix = valueAt(root, `${items.slice(0, items.lastIndexOf("/"))}/prefixItems`);
  return Array.isArray(prefix) ? prefix.length : 0;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "object") return isObject(value);
  return typeof value === type;
}
