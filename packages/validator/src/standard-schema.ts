import type { StandardSchemaV1 } from "@standard-schema/spec";
import { checkUnit } from "./check-unit.ts";
import { units } from "./generated/tables.ts";
import type { components, operations } from "./generated/types.ts";
import type { Strength } from "./unit.ts";

type Schemas = components["schemas"];
type Query<Id extends keyof operations> = NonNullable<operations[Id]["parameters"]["query"]>;

function standardSchema<T>(name: string, strength: Strength): StandardSchemaV1<T> {
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
 */
export function schemaOf<Name extends keyof Schemas>(
  name: Name,
  strength: Strength = "strict",
): StandardSchemaV1<Schemas[Name]> {
  return standardSchema(name, strength);
}

/**
 * The query of an operation as a Standard Schema: an object of decoded parameters, lists as arrays and
 * numbers as numbers.
 *
 * @param operation The `operationId`, such as `listEncryptionTasks`.
 */
export function querySchemaOf<Id extends keyof operations>(
  operation: Id,
  strength: Strength = "strict",
): StandardSchemaV1<Query<Id>> {
  return standardSchema(`${operation}_query`, strength);
}
