import type { Strength } from "@mpc-contract/validator/engine";
import { Ajv2020, type ErrorObject, type KeywordDefinition } from "ajv/dist/2020.js";
import { type JsonObject, type Place, isObject, valueAt, textOf } from "../document/json.ts";
import { childrenOf } from "../document/shapes.ts";
import { DocumentError } from "../document/source-file.ts";
import { type DocumentSchemas, documentId, readSchemas } from "./document-schemas.ts";

/** An error of Ajv, and the place of the schema that reports it. */
export interface SchemaError extends ErrorObject {
  place: Place;
  /** For a property that a strict check alone refuses: the place that lists those that there are. */
  closed?: Place;
}

/** Checks a value, and says what is wrong with it. */
export type CheckSchema = (value: unknown) => SchemaError[];

/** The schemas of a document, compiled when they are first used. */
export interface Schemas {
  /** Compiles a schema whose references are places of the document with `documentId` before them. */
  compile: (schema: JsonObject, strength: Strength) => CheckSchema;
}

const extensibleEnum: KeywordDefinition = {
  keyword: "x-extensible-enum",
  type: "string",
  schemaType: "array",
  validate: Object.assign((words: unknown[], value: unknown) => words.includes(value), {}),
};

/** A pattern, read with Unicode where it can be: many a document has one that cannot. */
const regExp = Object.assign(
  (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return new RegExp(pattern);
    }
  },
  { code: "new RegExp" },
);

/**
 * Compiles the schemas of a document.
 *
 * @param base Those of the same document before the place `changed` was changed. What the change does not touch
 * is taken from there.
 */
export function compileSchemas(
  root: JsonObject,
  base?: { schemas: Schemas; changed: Place; root: JsonObject },
): Schemas {
  const compiled = new Map<string, CheckSchema>();
  const engines = new Map<Strength, { ajv: Ajv2020; schemas: DocumentSchemas }>();

  function engineOf(strength: Strength): { ajv: Ajv2020; schemas: DocumentSchemas } {
    const known = engines.get(strength);
    if (known) return known;
    const schemas = readSchemas(root, strength === "strict");
    const ajv = new Ajv2020({
      allErrors: true,
      verbose: true,
      messages: false,
      strict: false,
      validateSchema: false,
      validateFormats: false,
      logger: false,
      meta: false,
      code: { regExp },
    });
    ajv.addKeyword(extensibleEnum);
    ajv.addSchema(schemas.tree, documentId);
    const engine = { ajv, schemas };
    engines.set(strength, engine);
    return engine;
  }

  function compile(schema: JsonObject, strength: Strength): CheckSchema {
    const key = `${strength} ${JSON.stringify(schema)}`;
    const known = compiled.get(key);
    if (known) return known;
    const check =
      base !== undefined && !touches(root, base.root, schema, base.changed)
        ? base.schemas.compile(schema, strength)
        : compileHere(schema, strength);
    compiled.set(key, check);
    return check;
  }

  function compileHere(schema: JsonObject, strength: Strength): CheckSchema {
    const { ajv, schemas } = engineOf(strength);
    const validate = compileWith(ajv, schema);
    return (value) => {
      if (validate(value) as boolean) return none;
      return placeErrors(validate.errors ?? [], schemas);
    };
  }

  return { compile };
}

const none: SchemaError[] = [];

function compileWith(ajv: Ajv2020, schema: JsonObject): ReturnType<Ajv2020["compile"]> {
  try {
    return ajv.compile(schema);
  } catch (error) {
    const place = textOf(schema["$ref"] ?? "#").replace(documentId, "");
    throw new DocumentError(`${place}: the schema cannot be compiled: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function placeErrors(errors: ErrorObject[], schemas: DocumentSchemas): SchemaError[] {
  return errors.flatMap((error): SchemaError[] => {
    const parent = error.parentSchema as object;
    const place = schemas.places.get(parent) ?? "";
    const closed = error.keyword === "unevaluatedProperties" ? schemas.closed.get(parent) : undefined;
    if (closed === undefined) return [{ ...error, place }];
    // Of a value that is broken elsewhere, Ajv counts properties as not evaluated that are.
    const name = (error.params as { unevaluatedProperty: string }).unevaluatedProperty;
    const isBrokenElsewhere = errors.some(
      ({ instancePath, keyword }) =>
        keyword !== "unevaluatedProperties" && `${instancePath}/`.startsWith(`${error.instancePath}/`),
    );
    return isBrokenElsewhere && closed.names.has(name) ? [] : [{ ...error, place, closed: closed.place }];
  });
}

/** The places that schemas refer to, from `schema` on. */
export function reachedFrom(root: JsonObject, schema: JsonObject): Set<Place> {
  const reached = new Set<Place>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key !== "$ref" || typeof inner !== "string") look(inner);
      else {
        const place = inner.replace(documentId, "");
        if (reached.has(place)) continue;
        reached.add(place);
        lookAt(place);
      }
    }
  };
  const lookAt = (place: Place): void => {
    const value = valueAt(root, place);
    if (!isObject(value)) return;
    if (typeof value["$ref"] === "string") look({ $ref: value["$ref"] });
    for (const child of childrenOf({ type: "Schema", value, place })) lookAt(child.place);
  };
  look(schema);
  return reached;
}

/** Says whether a change at a place can make a difference to a schema. */
function touches(root: JsonObject, before: JsonObject, schema: JsonObject, changed: Place): boolean {
  const reached = new Set([...reachedFrom(root, schema), ...reachedFrom(before, schema)]);
  return [...reached].some(
    (place) => `${changed}/`.startsWith(`${place}/`) || place.startsWith(`${changed}/`),
  );
}

/** A schema that is the one at a place of the document. */
export function schemaAt(place: Place): JsonObject {
  return { $ref: documentId + place };
}
