import { checkUnit } from "./check-unit.ts";
import { operations, schemas, units } from "./generated/tables.ts";
import type { components, operations as Operations } from "./generated/types.ts";
import { pointer } from "./origin.ts";
import { readStrength } from "./strength.ts";
import type { Strength, Unit } from "./unit.ts";

type Schemas = components["schemas"];
type Query<Id extends keyof Operations> = NonNullable<Operations[Id]["parameters"]["query"]>;

/** The interface of https://standardschema.dev, as far as a schema that works at once needs it. */
export interface StandardSchema<T> {
  /** What libraries read that take a Standard Schema: `validate` gives the value, or what is wrong with it. */
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<T>;
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** The value, or what is wrong with it. */
export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly (string | number)[] }[] };

function standardSchema<T>(unit: Unit, strength: Strength): StandardSchema<T> {
  return {
    "~standard": {
      version: 1,
      vendor: "mpc-contract",
      validate(value) {
        const findings = checkUnit(unit, strength, value, "");
        if (findings.length === 0) return { value: value as T };
        return {
          issues: findings.map(({ at, expected, found, rule }) => ({
            message: `expected ${expected}, found ${found}`,
            // A form shows it at the field that is missing, which has no place of its own in the value.
            path: pathOf(rule === "required" ? at + pointer(JSON.parse(expected) as string) : at),
          })),
        };
      },
    },
  };
}

/** A JSON Pointer as a path; the places in lists as numbers. */
function pathOf(place: string): (string | number)[] {
  return place
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((key) => (/^(?:0|[1-9][0-9]*)$/.test(key) ? Number(key) : key));
}

function findUnit(kind: string, name: string, known: readonly string[], unit: string): Unit {
  if (known.includes(name)) return units[unit]!;
  throw new TypeError(`${kind}: the contract has no "${name}"; it has ${known.join(", ")}`);
}

/**
 * A schema of the contract as a Standard Schema, for any form, router or validation library that takes one.
 *
 * @param name The name of the schema in the contract, such as `EncryptionTaskRequest`.
 * @throws {TypeError} When the contract has no such schema.
 */
export function schemaOf<Name extends keyof Schemas>(
  name: Name,
  strength: Strength = "strict",
): StandardSchema<Schemas[Name]> {
  return standardSchema(findUnit("schema", name, schemas, name), readStrength(strength));
}

/**
 * The query of an operation as a Standard Schema: an object of decoded parameters, lists as arrays and
 * numbers as numbers.
 *
 * @param operation The `operationId`, such as `listEncryptionTasks`.
 * @throws {TypeError} When the contract has no such operation.
 */
export function querySchemaOf<Id extends keyof Operations>(
  operation: Id,
  strength: Strength = "strict",
): StandardSchema<Query<Id>> {
  const unit = findUnit("operation", operation, Object.keys(operations), `${operation}_query`);
  return standardSchema(unit, readStrength(strength));
}
