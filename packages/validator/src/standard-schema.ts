import { checkUnit } from "./check-unit.ts";
import { units } from "./generated/tables.ts";
import type { components, operations } from "./generated/types.ts";
import type { Strength } from "./unit.ts";

type Schemas = components["schemas"];
type Query<Id extends keyof operations> = NonNullable<operations[Id]["parameters"]["query"]>;

/** The interface of https://standardschema.dev, as far as a schema that works at once needs it. */
export interface StandardSchema<T> {
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
  | { readonly issues: readonly { readonly message: string; readonly path: readonly string[] }[] };

function standardSchema<T>(name: string, strength: Strength): StandardSchema<T> {
  if (!Object.hasOwn(units, name)) throw new TypeError(`schema: the contract has no "${name}"`);
  return {
    "~standard": {
      version: 1,
      vendor: "mpc-contract",
      validate(value) {
        const findings = checkUnit(units[name]!, strength, value, "");
        if (findings.length === 0) return { value: value as T };
        return {
          issues: findings.map(({ at, expected, found }) => ({
            message: `expected ${expected}, found ${found}`,
            path: at
              .split("/")
              .slice(1)
              .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")),
          })),
        };
      },
    },
  };
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
  return standardSchema(name, strength);
}

/**
 * The query of an operation as a Standard Schema: an object of decoded parameters, lists as arrays and
 * numbers as numbers.
 *
 * @param operation The `operationId`, such as `listEncryptionTasks`.
 * @throws {TypeError} When the contract has no such operation.
 */
export function querySchemaOf<Id extends keyof operations>(
  operation: Id,
  strength: Strength = "strict",
): StandardSchema<Query<Id>> {
  return standardSchema(`${operation}_query`, strength);
}
