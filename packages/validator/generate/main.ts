// Writes src/generated/: the contract's schemas as compiled code, and the tables that messages are checked by.
import { contractTypes, emit, readContract } from "@mpc-contract/openapi/generate";
import { compile } from "./compile.ts";
import { readTables } from "./operations.ts";

const { units, paths, operations } = readTables(await readContract());

const literal = (value: unknown): string => JSON.stringify(value, undefined, 1);
const unitTables = Object.entries(units).map(([name, { schema, ...explanation }]) => {
  const text = literal(explanation).slice(1, -1).trim();
  return ` ${JSON.stringify(name)}: {\n  tolerant: tolerant.${name},\n  strict: strict.${name},\n  ${text}\n }`;
});

await emit(new URL("../src/generated/", import.meta.url), {
  "types.ts": await contractTypes(),
  // Ajv's code has no types; those of its functions are in ../unit.ts.
  "tolerant.ts": `// @ts-nocheck\n${compile(units, "tolerant")}`,
  "strict.ts": `// @ts-nocheck\n${compile(units, "strict")}`,
  "tables.ts": `import type { OperationTable, PathTable } from "../operation.ts";
import type { Unit } from "../unit.ts";
import type { operations as Operations } from "./types.ts";
import * as strict from "./strict.ts";
import * as tolerant from "./tolerant.ts";

export const units: Record<string, Unit> = {
${unitTables.join(",\n")}
};

export const paths: PathTable[] = ${literal(paths)};

export const operations: Record<keyof Operations, OperationTable> = ${literal(operations)};
`,
});
