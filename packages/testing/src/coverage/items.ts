import type { ContentTable } from "@mpc-contract/validator/engine";
import type { Contract } from "../contract/contract.ts";
import {
  type Json,
  type JsonObject,
  type Place,
  isObject,
  objectAt,
  step,
  valueAt,
} from "../document/json.ts";
import { childrenOf } from "../document/shapes.ts";

/** What kind of part of a contract an item is. */
export type ItemKind =
  | "operation"
  | "parameter"
  | "credentials"
  | "status"
  | "header"
  | "content type"
  | "property"
  | "keyword"
  | "word"
  | "default"
  | "example";

/** A part of the contract that exchanges can show. */
export interface Item {
  /** Its place; the words of one list have `=word` behind. */
  key: string;
  /** Where it stands in the document. */
  place: Place;
  /** What kind of part it is. */
  kind: ItemKind;
  /** What it is, in short. */
  label: string;
  /** It can be seen kept. What can only be broken is, for one, that there are no other paths. */
  keepable: boolean;
  /** It can be seen broken, by an exchange that does not keep the contract. */
  breakable: boolean;
}

/** Keywords that say something which a value can break. */
export const assertions = new Set([
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
  "minProperties",
  "maxProperties",
  "x-extensible-enum",
  "anyOf",
  "oneOf",
  "not",
  "contains",
  "propertyNames",
  "dependentRequired",
]);

/** Where a value stands: one that comes as a text is a text whatever comes. */
type Form = "any" | "text" | "list of texts";

/** Says whether a value can have another type, and break no other rule by that. */
function canBeOfOtherType(schema: JsonObject, form: Form): boolean {
  if ("enum" in schema || "const" in schema) return false;
  const types = new Set([schema["type"]].flat());
  return !(form === "text" && types.has("string")) && !(form === "list of texts" && types.has("array"));
}

function formInside(form: Form, path: string): Form {
  if (form === "any" || /^\/(?:allOf|anyOf|oneOf|then|else)\b/.test(path)) return form;
  return "text";
}

/** All that exchanges can show of a contract, each once. */
export function itemsOf(contract: Contract): Map<string, Item> {
  const { operations, root } = contract;
  const items = new Map<string, Item>();
  const visited = new Set<string>();

  const add = (kind: ItemKind, place: Place, label: string, more: Partial<Item> = {}): void => {
    const item = { key: place, place, kind, label, keepable: true, breakable: false, ...more };
    const known = items.get(item.key);
    items.set(item.key, known ? { ...known, breakable: known.breakable || item.breakable } : item);
  };

  function addSchema(at: Place, form: Form): void {
    if (visited.has(`${form} ${at}`)) return;
    visited.add(`${form} ${at}`);
    const schema = valueAt(root, at);
    if (!isObject(schema)) return;
    if (typeof schema["$ref"] === "string") addSchema(schema["$ref"], form);
    addKeywords(schema, at, form);
    for (const child of childrenOf({ type: "Schema", value: schema, place: at })) {
      const path = child.place.slice(at.length);
      if (/^\/(?:not|\$defs|contentSchema|if|propertyNames)\b/.test(path) || typeof child.value === "boolean")
        continue;
      addSchema(child.place, formInside(form, path));
    }
  }

  function addKeywords(schema: JsonObject, at: Place, form: Form): void {
    for (const [keyword, value] of Object.entries(schema)) {
      const place = step(at, keyword);
      if (assertions.has(keyword)) {
        add("keyword", place, keyword, { breakable: keyword !== "type" || canBeOfOtherType(schema, form) });
      }
      if (keyword === "type" && Array.isArray(value)) for (const word of value) addWord(place, word);
      if (keyword === "enum" || keyword === "x-extensible-enum") {
        for (const word of value as Json[]) addWord(place, word);
      }
      if (keyword === "required") {
        for (const name of value as string[]) {
          add("keyword", place, `required ${name}`, { key: `${place}=${name}`, breakable: true });
        }
      }
      if (keyword === "additionalProperties" && value === false)
        add("keyword", place, keyword, { breakable: true });
      if (keyword === "properties") {
        for (const name of Object.keys(value as JsonObject)) add("property", step(place, name), name);
      }
      if (keyword === "anyOf" || keyword === "oneOf") {
        for (const index of (value as Json[]).keys())
          add("word", step(place, index), `alternative ${index + 1}`);
      }
      if (keyword === "default") add("default", place, JSON.stringify(value));
      if (keyword === "example") add("example", place, "example");
      if (keyword === "examples" && Array.isArray(value)) {
        for (const index of value.keys()) add("example", step(place, index), `example ${index + 1}`);
      }
    }
    if (
      isObject(schema["properties"]) &&
      !("additionalProperties" in schema) &&
      !("unevaluatedProperties" in schema)
    ) {
      add("keyword", step(at, "properties"), "no other properties", { breakable: form === "any" });
    }
  }

  const addWord = (place: Place, word: Json): void =>
    add("word", place, typeof word === "string" ? word : JSON.stringify(word), { key: wordKey(place, word) });

  const addContent = (place: Place, content: ContentTable): void => {
    if (Object.keys(content).length === 0) return;
    add("content type", step(place, "content"), "no other content type", {
      breakable: true,
      keepable: false,
    });
    for (const [mediaType, { contract: at, unit }] of Object.entries(content)) {
      add("content type", at, mediaType);
      if (/[/+]json$/.test(mediaType))
        add("content type", at, "JSON", { key: `${at}=json`, breakable: true, keepable: false });
      if (unit !== undefined) addSchema(step(at, "schema"), "any");
      addExamples(at);
    }
  };

  const addExamples = (at: Place): void => {
    const { value } = objectAt(root, at);
    if (value["example"] !== undefined) add("example", step(at, "example"), "example");
    for (const name of Object.keys(isObject(value["examples"]) ? value["examples"] : {})) {
      const example = objectAt(root, step(at, "examples", name));
      if (example.value["value"] !== undefined)
        add("example", step(example.place, "value"), `example ${name}`);
    }
  };

  if (Object.keys(operations).length > 0) {
    add("operation", "#/paths", "no other path", { breakable: true, keepable: false });
  }
  for (const operation of Object.values(operations)) {
    const { contract: place, parameters, requestBody, responses, security, securityContract } = operation;
    add("operation", place, operation.id);
    add("operation", place.slice(0, place.lastIndexOf("/")), "no other method", {
      breakable: true,
      keepable: false,
    });
    for (const [index, set] of security.entries()) {
      add("credentials", step(securityContract, index), set.map(({ name }) => name).join(" with ") || "none");
    }
    if (security.length > 0 && security.every((set) => set.length > 0)) {
      add("credentials", securityContract, "none are refused", { breakable: true, keepable: false });
    }
    for (const parameter of parameters) {
      add("parameter", parameter.place, `${parameter.in} ${parameter.name}`);
      if (parameter.required) {
        add("keyword", step(parameter.place, "required"), `required ${parameter.name}`, {
          breakable: parameter.in !== "path",
        });
      }
      const form =
        parameter.in === "query"
          ? parameter.types.has("array") && parameter.explode
            ? "list of texts"
            : "any"
          : "text";
      addSchema(step(parameter.place, parameter.mediaType === undefined ? "schema" : "content"), form);
      addExamples(parameter.place);
    }
    const closed = contract.operations[operation.id]!.units["query"];
    if (closed !== undefined) {
      const { value } = objectAt(root, place);
      add("parameter", "parameters" in value ? step(place, "parameters") : place, "no other parameter", {
        ...("parameters" in value ? {} : { key: `${place}=additionalProperties` }),
        breakable: true,
        keepable: false,
      });
    }
    if (requestBody) {
      if (requestBody.required)
        add("keyword", step(requestBody.contract, "required"), "body required", { breakable: true });
      addContent(requestBody.contract, requestBody.content);
    } else {
      add("content type", place, "no body", { key: `${place}=no-body`, breakable: true, keepable: false });
    }
    if (!("default" in responses)) {
      add("status", step(place, "responses"), "no other status", { breakable: true, keepable: false });
    }
    for (const [status, response] of Object.entries(responses)) {
      add("status", step(place, "responses", status), status);
      addContent(response.contract, response.content);
      if (Object.keys(response.content).length === 0) {
        add("content type", response.contract, "no body", {
          key: `${response.contract}=no-body`,
          breakable: true,
          keepable: false,
        });
      }
      const headers = objectAt(root, response.contract).value["headers"];
      for (const name of Object.keys((headers ?? {}) as JsonObject)) {
        const at = step(response.contract, "headers", name);
        add("header", at, name);
        const { place: own, value } = objectAt(root, at);
        if (value["required"] === true)
          add("keyword", step(own, "required"), `required ${name}`, { breakable: true });
        addSchema(step(own, "schema"), "text");
        addExamples(own);
      }
    }
  }
  return items;
}

/** The key of a word of a list. */
export function wordKey(place: Place, word: unknown): string {
  return `${place}=${JSON.stringify(word)}`;
}
