// Writes src/generated/: the contract's schemas as compiled code, and the tables that messages are checked by.
import { emit, readContract } from "@mpc-contract/openapi/generate";
import { contractTypes } from "@mpc-contract/openapi/generate/types";
import { compile } from "./compile.ts";
import { readTables } from "./operations.ts";
import type { Unit } from "./unit.ts";

const literal = (value: unknown): string => JSON.stringify(value, undefined, 1);

function unitLiteral(name: string, { schema, ...tables }: Unit): string {
  const text = literal(tables).slice(1, -1).trim();
  return ` ${name}: {\n  tolerant: tolerant.${name},\n  strict: strict.${name},\n  ${text}\n }`;
}

await emit(new URL("../src/generated/", import.meta.url), async () => {
  const { operations, paths, schemas, units } = readTables(await readContract());
  return {
    "types.ts": await contractTypes(),
    // Ajv's code has no types; those of its functions are in ../unit.ts.
    "tolerant.ts": `// @ts-nocheck\n${compile(units, "tolerant")}`,
    "strict.ts": `// @ts-nocheck\n${compile(units, "strict")}`,
    "tables.ts": `import type { PathTable, SimpleOperationTable } from "../operation.ts";
import type { Unit } from "../unit.ts";
import * as strict from "./strict.ts";
import * as tolerant from "./tolerant.ts";
import type { operations as Operations } from "./types.ts";

export const units: Record<string, Unit> = {
${Object.entries(units)
  .map(([name, unit]) => unitLiteral(name, unit))
  .join(",\n")}
};

/** The names of the schemas that the contract itself names. */
export const schemas: string[] = ${literal(schemas)};

export const paths: PathTable[] = ${literal(paths)};

export const operations: Record<keyof Operations, SimpleOperationTable> = ${literal(operations)};
`,
  };
});
