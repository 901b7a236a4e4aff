import contract from "@mpc-contract/openapi" with { type: "json" };
import { Ajv2020 } from "ajv/dist/2020.js";

/** The schema of a page, compiled out of the contract as it stands. */
export function compileByAjv(): (page: unknown) => boolean {
  // What stands around schemas in the contract are no keywords of JSON Schema.
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(contract, "contract");
  const validate = ajv.compile({ $ref: "contract#/components/schemas/EncryptionTaskPage" });
  return (page) => validate(page);
}
