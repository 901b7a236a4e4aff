// What the rules about values, errors and files are to find, and what not.
import { get, inFile, post, property, failure, requestId, thing } from "./small.ts";
import type { Case } from "./small.ts";

const state = `${thing}/properties/state`;
const code = "components/schemas/ErrorBody/properties/error_code";
const label = JSON.stringify({ ...property, pattern: "a", "x-pattern-description": "an a" });

export const rulesOfValues: Record<string, Case[]> = {
  "contract/example-valid": [
    {
      what: "the example of a header",
      change: { "components/headers/RequestId/example": 5 },
      at: "components/headers/RequestId/example",
    },
    {
      what: "one of the examples of a header",
      change: {
        "components/headers/RequestId/example": undefined,
        "components/headers/RequestId/examples": { Good: { value: "a" }, Bad: { value: 5 } },
      },
      at: "components/headers/RequestId/examples/Bad",
    },
    {
      what: "a parameter's example elsewhere",
      change: { "components/examples/FirstPage/value": 10 },
      at: `${get}/parameters/3/examples/First`,
    },
    {
      what: "a default",
      change: { [`${get}/parameters/3/schema/default`]: 10 },
      at: `${get}/parameters/3/schema/default`,
    },
    {
      what: "a default with a property that nobody knows",
      change: { [`${thing}/default`]: { name: "a", size: 1 } },
      at: `${thing}/default`,
    },
    { what: "a default that is as its schema says", change: { [`${thing}/default`]: { name: "a" } } },
    {
      what: "an example beside a reference",
      change: { [`${thing}/properties/name/examples`]: ["a", "A"] },
      at: `${thing}/properties/name/examples/1`,
    },
    {
      what: "a default beside a reference",
      change: { [`${thing}/properties/name/default`]: "A" },
      at: `${thing}/properties/name/default`,
    },
    {
      what: "a default of a schema that holds itself",
      change: {
        [`${thing}/properties/parent`]: {
          $ref: "#/components/schemas/Thing",
          default: { name: "a", parent: { name: "b" } },
        },
      },
    },
  ],
  "contract/bounded": [
    {
      what: "an integer without minimum",
      change: { [`${get}/parameters/3/schema/minimum`]: undefined },
      at: `${get}/parameters/3/schema`,
    },
    {
      what: "an integer without maximum",
      change: { [`${get}/parameters/3/schema/maximum`]: undefined },
      at: `${get}/parameters/3/schema`,
    },
    {
      what: "a list without an end",
      change: { [`${get}/parameters/2/schema/maxItems`]: undefined },
      at: `${get}/parameters/2/schema`,
    },
    {
      what: "a list of any texts",
      change: { [`${get}/parameters/2/schema/items`]: { description: "A.", type: "string" } },
      at: `${get}/parameters/2/schema/items`,
    },
    {
      what: "any text",
      change: { [`${get}/parameters/1/schema/enum`]: undefined },
      at: `${get}/parameters/1/schema`,
    },
    {
      what: "any text, in a component",
      change: {
        "components/schemas/Name/pattern": undefined,
        "components/schemas/Name/x-pattern-description": undefined,
      },
      at: [`${get}/parameters/0/schema`, `${get}/parameters/2/schema/items`, `${post}/parameters/0/schema`],
    },
    {
      what: "a list of any texts, in files",
      change: { [`${get}/parameters/2`]: { $ref: "components/parameters/ThingIds.yaml" } },
      files: {
        "components/parameters/ThingIds.yaml": JSON.stringify({
          name: "thing_id",
          in: "query",
          description: "A.",
          style: "form",
          explode: true,
          schema: { type: "array", maxItems: 10, items: { $ref: "../schemas/AnyText.yaml" } },
          example: ["a"],
        }),
        "components/schemas/AnyText.yaml": JSON.stringify(property),
      },
      at: "components/parameters/ThingIds.yaml#/schema/items",
    },
    {
      what: "a text with a format",
      change: {
        [`${get}/parameters/1/schema`]: { type: "string", format: "uuid" },
        [`${get}/parameters/1/example`]: "6c2b5d4e-51f4-4d2b-9d3f-3b1f0a5b7c11",
      },
    },
    {
      what: "an open enum",
      change: {
        [`${get}/parameters/1/schema`]: {
          type: "string",
          "x-extensible-enum": ["on"],
          "x-enumDescriptions": { on: "On." },
          examples: ["on"],
        },
      },
    },
  ],
  "contract/open-enum": [
    {
      what: "a word that is not explained",
      change: { [`${state}/x-enumDescriptions/OFF`]: undefined },
      at: `${state}/x-extensible-enum/1`,
    },
    {
      what: "no explanation at all",
      change: { [`${state}/x-enumDescriptions`]: undefined },
      at: [`${state}/x-extensible-enum/0`, `${state}/x-extensible-enum/1`],
    },
    {
      what: "an empty explanation",
      change: { [`${state}/x-enumDescriptions/OFF`]: "" },
      at: `${state}/x-extensible-enum/1`,
    },
    {
      what: "an explanation of no word",
      change: { [`${state}/x-enumDescriptions/IDLE`]: "It waits." },
      at: `${state}/x-enumDescriptions/IDLE`,
    },
    { what: "an enum beside it", change: { [`${state}/enum`]: ["ON"] }, at: `${state}/enum` },
    { what: "an enum alone", change: { [state]: { ...property, enum: ["a"] } } },
  ],
  "contract/error-codes": [
    {
      what: "a word without its code",
      change: { [`${code}/x-error-codes/A.2`]: undefined },
      at: `${code}/x-error-codes`,
    },
    {
      what: "a code without its word",
      change: {
        [`${code}/x-error-codes/A.3`]: { when: "late", statuses: [], message: "Late.", mend: "Wait." },
      },
      at: `${code}/x-error-codes/A.3`,
    },
    {
      what: "a reason that is not kebab-case",
      change: { [`${code}/x-error-codes/A.1/when`]: "wrongInput" },
      at: `${code}/x-error-codes/A.1`,
    },
    {
      what: "a status that is no integer",
      change: { [`${code}/x-error-codes/A.1/statuses`]: ["400"] },
      at: `${code}/x-error-codes/A.1`,
    },
    {
      what: "no message",
      change: { [`${code}/x-error-codes/A.1/message`]: undefined },
      at: `${code}/x-error-codes/A.1`,
    },
    {
      what: "no way to mend it",
      change: { [`${code}/x-error-codes/A.1/mend`]: " " },
      at: `${code}/x-error-codes/A.1`,
    },
    {
      what: "a part that nobody knows",
      change: { [`${code}/x-error-codes/A.1/retry`]: true },
      at: `${code}/x-error-codes/A.1`,
    },
    { what: "nothing", change: { [`${code}/x-error-codes/A.1`]: null }, at: `${code}/x-error-codes/A.1` },
    {
      what: "two codes with one reason",
      change: { [`${code}/x-error-codes/A.2/when`]: "wrong-input" },
      at: `${code}/x-error-codes/A.2/when`,
    },
  ],
  "contract/operation-errors": [
    ...["400", "401", "403", "429", "default"].map((status) => ({
      what: `no response ${status}`,
      change: { [`${post}/responses/${status}`]: undefined },
      at: `${post}/responses`,
    })),
    {
      what: "another body",
      change: { [`${failure}/content/application~1json/schema/$ref`]: "#/components/schemas/Thing" },
      at: [get, post].flatMap((operation) =>
        ["400", "401", "403", "429", "default"].map((status) => `${operation}/responses/${status}`),
      ),
    },
    {
      what: "no body",
      change: {
        [`${get}/responses/503`]: { description: "Down.", headers: { "X-Request-Id": requestId } },
      },
      at: `${get}/responses/503`,
    },
  ],
  "contract/component-file": [
    { what: "a file named as its component", ...inFile("components/schemas/Label.yaml", label) },
    {
      what: "a name that is not PascalCase",
      ...inFile("components/schemas/thing_label.yaml", label),
      at: `${thing}/properties/label/$ref`,
    },
    {
      what: "the folder of another kind",
      ...inFile("components/headers/Label.yaml", label),
      at: `${thing}/properties/label/$ref`,
    },
    {
      what: "a part of a file",
      ...inFile("components/schemas/All.yaml", `{"Label":${label}}`, "#/Label"),
      at: `${thing}/properties/label/$ref`,
    },
    {
      what: "a component with another name than its file",
      change: {
        "components/securitySchemes/Token": { $ref: "components/securitySchemes/AuthToken.yaml" },
      },
      files: {
        "components/securitySchemes/AuthToken.yaml": JSON.stringify({
          type: "apiKey",
          in: "header",
          name: "X-Auth-Token",
          description: "A.",
        }),
      },
      at: "components/securitySchemes/Token/$ref",
    },
  ],
};
