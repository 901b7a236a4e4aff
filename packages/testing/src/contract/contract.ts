import {
  type Contract as EngineContract,
  type Strength,
  type ValueFinding,
} from "@mpc-contract/validator/engine";
import type { OpenApiDocument } from "../document/load-document.ts";
import type { JsonObject, Place } from "../document/json.ts";
import { type CheckSchema, type Schemas, compileSchemas } from "./compile-schemas.ts";
import { decodeParameters, type ParameterTable } from "./decode-parameters.ts";
import { explainErrors } from "./explain-errors.ts";
import { type Operation, type Unit, readOperations } from "./read-operations.ts";
import { createRouter } from "./router.ts";

/** A document that messages can be checked against. */
export interface Contract extends EngineContract<Operation> {
  /** The document; every reference begins with `#/`. */
  root: JsonObject;
  /** Its schemas, compiled when they are first used. */
  schemas: Schemas;
  /** Says in which file and line a place is written. */
  locate: (place: Place) => string;
  /** The files of the document, as they are written. */
  sources: OpenApiDocument["sources"];
  /** The headers of a response, each as the type that its schema has. */
  decodeHeaders: (unit: string, header: (name: string) => string | undefined) => Record<string, unknown>;
}

/**
 * Reads a document for messages to be checked against.
 *
 * @param base The contract before the place `changed` was changed, for what it has compiled already.
 */
export function createContract(
  { locate, root, sources }: OpenApiDocument,
  base?: { contract: Contract; changed: Place },
): Contract {
  const { operations, paths, units } = readOperations(root);
  const schemas = compileSchemas(
    root,
    base && { schemas: base.contract.schemas, changed: base.changed, root: base.contract.root },
  );
  const checks = { strict: new Map<string, CheckSchema>(), tolerant: new Map<string, CheckSchema>() };
  return {
    root,
    schemas,
    locate,
    sources,
    operations,
    findRoute: createRouter(root, paths),
    decodeParameters: ({ parameters }, path, query, header) =>
      decodeParameters(parameters, path, query, header),
    decodeBody,
    decodeHeaders: (name, header) => decodeParameters(units[name]!.headers ?? [], {}, "", header).header,
    check(name, strength, value, base) {
      const unit = units[name]!;
      if (unit.unsupported !== undefined) return [unsupported(unit, name, base)];
      let check = checks[strength].get(name);
      if (check === undefined) checks[strength].set(name, (check = compileUnit(schemas, unit, strength)));
      return checkUnit(root, unit, check, unit.headers ? decodeHeaders(unit.headers, value) : value, base);
    },
  };
}

function decodeBody(text: string, mediaType: string): unknown {
  return /[/+]json$/.test(mediaType) ? JSON.parse(text) : text;
}

function compileUnit(schemas: Schemas, unit: Unit, strength: Strength): CheckSchema {
  const closed = unit.closedBy !== undefined && strength === "strict";
  return schemas.compile(closed ? { ...unit.schema, additionalProperties: false } : unit.schema, strength);
}

/** The headers of a response, each as the type that its schema has. */
function decodeHeaders(headers: ParameterTable[], value: unknown): Record<string, unknown> {
  return decodeParameters(headers, {}, "", (name) => (value as Record<string, string | undefined>)[name])
    .header;
}

const none: ValueFinding[] = [];

function checkUnit(
  root: JsonObject,
  unit: Unit,
  check: CheckSchema,
  value: unknown,
  base: string,
): ValueFinding[] {
  const errors = check(value);
  if (errors.length === 0) return none;
  return explainErrors(root, errors, value, base).map((finding, index) => {
    // What the unit itself says is written elsewhere than in a schema.
    if (finding.rule === "required" && finding.at === base && unit.required) {
      const name = JSON.parse(finding.expected) as string;
      return { ...finding, contract: unit.required[name] ?? finding.contract };
    }
    const own = errors.length === 1 ? errors[index]?.place === "" : finding.contract.startsWith("/");
    if (own && finding.rule === "additionalProperties") return { ...finding, contract: unit.closedBy ?? "#" };
    return finding;
  });
}

function unsupported({ unsupported: what }: Unit, contract: Place, base: string): ValueFinding {
  return { at: base, rule: "unsupported", expected: "a body that can be checked", found: what!, contract };
}
