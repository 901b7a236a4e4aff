// What the rules about descriptions, examples and reasons are to find, and what not.
import { failure, get, inFile, property, thing } from "./small.ts";
import type { Case } from "./small.ts";

const state = `${thing}/properties/state`;

export const rulesOfWords: Record<string, Case[]> = {
  "contract/described": [
    { what: "an operation that is not described", change: { [`${get}/description`]: undefined }, at: get },
    { what: "an empty description", change: { [`${get}/description`]: " \n" }, at: get },
    { what: "no full stop", change: { [`${get}/description`]: "Things" }, at: `${get}/description` },
    { what: "a full stop and a line end", change: { [`${get}/description`]: "Finds things.\n" } },
    {
      what: "a parameter",
      change: { [`${get}/parameters/3/description`]: undefined },
      at: `${get}/parameters/3`,
    },
    {
      what: "a header",
      change: { "components/headers/RequestId/description": undefined },
      at: "components/headers/RequestId",
    },
    {
      what: "a request body",
      change: { [`${get}/requestBody/description`]: undefined },
      at: `${get}/requestBody`,
    },
    { what: "a response", change: { [`${failure}/description`]: "It failed" }, at: `${failure}/description` },
    {
      what: "a security scheme",
      change: { "components/securitySchemes/Token/description": undefined },
      at: "components/securitySchemes/Token",
    },
    { what: "a component schema", change: { [`${thing}/description`]: undefined }, at: thing },
    { what: "a property", change: { [`${state}/description`]: undefined }, at: state },
    {
      what: "inline items",
      change: { [`${thing}/properties/tags/items/description`]: undefined },
      at: `${thing}/properties/tags/items`,
    },
    {
      what: "a property that refers to what is described",
      change: { [`${thing}/properties/name`]: { $ref: "#/components/schemas/Name" } },
    },
    {
      what: "a component in a file of its own",
      ...inFile("components/schemas/Label.yaml", `{"type":"string","examples":["a"]}`),
      at: "components/schemas/Label.yaml#/",
    },
    {
      what: "a description beside a reference",
      change: { [`${thing}/properties/name/description`]: "Its name" },
      at: `${thing}/properties/name/description`,
    },
  ],
  "contract/exampled": [
    {
      what: "a component in a file of its own",
      ...inFile("components/schemas/Label.yaml", `{"description":"A.","type":"string"}`),
      at: "components/schemas/Label.yaml#/",
    },
    {
      what: "a parameter",
      change: { [`${get}/parameters/4/example`]: undefined },
      at: `${get}/parameters/4`,
    },
    {
      what: "a parameter whose schema has an example",
      change: {
        [`${get}/parameters/4/example`]: undefined,
        [`${get}/parameters/4/schema/examples`]: [1],
      },
    },
    {
      what: "a parameter whose schema refers to what has an example",
      change: {
        [`${get}/parameters/4`]: {
          name: "level",
          in: "query",
          description: "A.",
          schema: { $ref: "#/components/schemas/Name" },
        },
      },
    },
    {
      what: "a header",
      change: { "components/headers/RequestId/example": undefined },
      at: "components/headers/RequestId",
    },
    { what: "a property", change: { [`${state}/examples`]: undefined }, at: state },
    { what: "an empty list of examples", change: { [`${state}/examples`]: [] }, at: state },
    { what: "a component schema", change: { [`${thing}/examples`]: undefined }, at: thing },
    { what: "a single example", change: { [`${state}/examples`]: undefined, [`${state}/example`]: "ON" } },
  ],
  "contract/discrepancy": [
    ...["documented", "observed", "decision"].map((part) => ({
      what: `without ${part}`,
      change: { [`${thing}/properties/since/x-discrepancy/${part}`]: undefined },
      at: `${thing}/properties/since/x-discrepancy`,
    })),
    {
      what: "with a part more",
      change: { [`${thing}/properties/since/x-discrepancy/reason`]: "A." },
      at: `${thing}/properties/since/x-discrepancy`,
    },
    {
      what: "with a part that is no text",
      change: { [`${thing}/properties/since/x-discrepancy/observed`]: 1 },
      at: `${thing}/properties/since/x-discrepancy`,
    },
    { what: "as a text", change: { [`${get}/x-discrepancy`]: "A." }, at: `${get}/x-discrepancy` },
    {
      what: "beside a reference",
      change: { [`${thing}/properties/name/x-discrepancy`]: { documented: "A." } },
      at: `${thing}/properties/name/x-discrepancy`,
    },
    {
      what: "with all parts, at a server",
      change: { "servers/0/x-discrepancy": { documented: "A.", observed: "B.", decision: "C." } },
    },
  ],
  "contract/loosened-type": [
    {
      what: "without a reason",
      change: { [`${thing}/properties/since/x-discrepancy`]: undefined },
      at: `${thing}/properties/since/type`,
    },
    {
      what: "only by null",
      change: { [`${thing}/properties/note`]: { ...property, type: ["string", "null"] } },
    },
  ],
  "contract/assumptions": [
    { what: "an empty list", change: { [`${thing}/x-assumptions`]: [] }, at: `${thing}/x-assumptions` },
    {
      what: "no list",
      change: { [`${thing}/x-assumptions`]: { question: "A?", decision: "B." } },
      at: `${thing}/x-assumptions`,
    },
    {
      what: "a question without its mark",
      change: { [`${thing}/x-assumptions/0/question`]: "Whether it can be renamed" },
      at: `${thing}/x-assumptions/0`,
    },
    {
      what: "no decision",
      change: { [`${thing}/x-assumptions/0/decision`]: undefined },
      at: `${thing}/x-assumptions/0`,
    },
    {
      what: "a part more",
      change: { [`${thing}/x-assumptions/0/reason`]: "A." },
      at: `${thing}/x-assumptions/0`,
    },
    {
      what: "beside a reference",
      change: { [`${thing}/properties/name/x-assumptions`]: ["A?"] },
      at: `${thing}/properties/name/x-assumptions/0`,
    },
    { what: "at an operation", change: { [`${get}/x-assumptions`]: [{ question: "A?", decision: "B." }] } },
  ],
};
