import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import contract from "@mpc-contract/openapi" with { type: "json" };
import { Ajv2020, type Options } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";

type Accepts = (page: unknown) => boolean;

const reference = "contract#/components/schemas/EncryptionTaskPage";

/** The schema of a page, compiled out of the contract as it stands, when the program begins. */
export function compileByAjv(): Accepts {
  const validate = createAjv().compile({ $ref: reference });
  return (page) => validate(page);
}

/** The same, compiled ahead of time to a file. */
export function compileByAjvAhead(): Accepts {
  // Where it finds Ajv, whose functions it needs.
  const file = fileURLToPath(new URL("../../dist/validation/ajv.cjs", import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  const ajv = createAjv({ code: { source: true } });
  writeFileSync(file, standalone.default(ajv, ajv.compile({ $ref: reference })));
  const validate = createRequire(import.meta.url)(file) as Accepts;
  return (page) => validate(page);
}

function createAjv(options: Options = {}): Ajv2020 {
  // What stands around schemas in the contract are no keywords of JSON Schema.
  return new Ajv2020({ strict: false, validateFormats: false, ...options }).addSchema(contract, "contract");
}
