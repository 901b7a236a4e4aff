// The conventions of the contract that Redocly's own rules cannot say. redocly.yaml switches them on.
import { assumptions } from "./assumptions.ts";
import { bounded } from "./bounded.ts";
import { componentFile } from "./component-file.ts";
import { described } from "./described.ts";
import { discrepancy, loosenedType } from "./discrepancy.ts";
import { errorCodes } from "./error-codes.ts";
import { exampleValid } from "./example-valid.ts";
import { exampled } from "./exampled.ts";
import { openEnum } from "./open-enum.ts";
import { operationErrors } from "./operation-errors.ts";

const rules = {
  described,
  exampled,
  "example-valid": exampleValid,
  bounded,
  "open-enum": openEnum,
  "error-codes": errorCodes,
  "operation-errors": operationErrors,
  discrepancy,
  "loosened-type": loosenedType,
  assumptions,
  "component-file": componentFile,
};

export default function plugin() {
  return { id: "contract", rules: { oas3: rules } };
}
