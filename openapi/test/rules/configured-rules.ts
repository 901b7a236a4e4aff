// What the rules that redocly.yaml switches on or spells out are to find, and what not.
import { failure, get, inFile, post, property, requestId, thing } from "./small.ts";
import type { Case } from "./small.ts";

export const configuredRules: Record<string, Case[]> = {
  "rule/operation-id": [
    { what: "no verb", change: { [`${get}/operationId`]: "things" }, at: `${get}/operationId` },
    { what: "the verb last", change: { [`${get}/operationId`]: "thingsList" }, at: `${get}/operationId` },
    { what: "snake_case", change: { [`${get}/operationId`]: "list_things" }, at: `${get}/operationId` },
    { what: "a verb and a noun", change: { [`${get}/operationId`]: "getThing" } },
  ],
  "rule/schema-name": [
    {
      what: "camelCase",
      change: {
        "components/schemas/thingPage": property,
        [`${thing}/properties/page`]: { $ref: "#/components/schemas/thingPage" },
      },
      at: "components/schemas/thingPage",
    },
  ],
  "rule/parameter-component-name": [
    {
      what: "snake_case",
      change: {
        "components/parameters": {
          thing_level: {
            name: "level",
            in: "query",
            description: "A.",
            schema: { $ref: "#/components/schemas/Name" },
            example: "a",
          },
        },
      },
      at: "components/parameters/thing_level",
    },
  ],
  "rule/response-name": [
    {
      what: "kebab-case",
      change: {
        "components/responses/not-found": { description: "A.", headers: { "X-Request-Id": requestId } },
      },
      at: "components/responses/not-found",
    },
  ],
  "rule/header-component-name": [
    {
      what: "the name of the header",
      change: { "components/headers/X-Id": { description: "A.", schema: { type: "string" }, example: "a" } },
      at: "components/headers/X-Id",
    },
  ],
  "rule/security-scheme-name": [
    {
      what: "camelCase",
      change: {
        "components/securitySchemes/otherToken": {
          type: "apiKey",
          in: "header",
          name: "X-Other",
          description: "A.",
        },
      },
      at: "components/securitySchemes/otherToken",
    },
  ],
  "rule/property-name": [
    {
      what: "camelCase",
      change: { [`${thing}/properties/someName`]: property },
      at: `${thing}/properties/someName`,
    },
    {
      what: "kebab-case",
      change: { [`${thing}/properties/some-name`]: property },
      at: `${thing}/properties/some-name`,
    },
    { what: "snake_case", change: { [`${thing}/properties/some_name2`]: property } },
  ],
  "rule/parameter-name": [
    {
      what: "camelCase",
      change: { [`${get}/parameters/2/name`]: "thingId" },
      at: `${get}/parameters/2/name`,
    },
  ],
  "rule/header-parameter-name": [
    {
      what: "an underscore",
      change: { [`${get}/parameters/1/name`]: "X_Trace" },
      at: `${get}/parameters/1/name`,
    },
    { what: "lower case", change: { [`${get}/parameters/1/name`]: "x-trace2" } },
  ],
  "rule/security-header-name": [
    {
      what: "an underscore",
      change: { "components/securitySchemes/Token/name": "X-Auth_Token" },
      at: "components/securitySchemes/Token/name",
    },
    {
      what: "a query key with an underscore",
      change: {
        "components/securitySchemes/Token/name": "auth_token",
        "components/securitySchemes/Token/in": "query",
      },
    },
  ],
  "rule/response-header-name": [
    {
      what: "an underscore",
      change: { [`${failure}/headers/X_Limit`]: requestId },
      at: `${failure}/headers/X_Limit`,
    },
  ],
  "rule/operation-evidence": [
    { what: "none", change: { [`${get}/x-evidence`]: undefined }, at: `${get}/x-evidence` },
    {
      what: "a word that nobody knows",
      change: { [`${get}/x-evidence`]: "hearsay" },
      at: `${get}/x-evidence`,
    },
    { what: "other pages", change: { [`${get}/x-evidence`]: "docs" } },
  ],
  "rule/pattern-in-words": [
    {
      what: "a pattern without words",
      change: { "components/schemas/Name/x-pattern-description": undefined },
      at: "components/schemas/Name",
    },
  ],
  "no-invalid-parameter-examples": [
    {
      what: "out of bounds",
      change: { [`${get}/parameters/4/example`]: 3 },
      at: `${get}/parameters/4/example`,
    },
  ],
  "no-invalid-schema-examples": [
    {
      what: "the second of a list",
      change: { [`${thing}/properties/since/examples`]: ["1", true] },
      at: `${thing}/properties/since/examples/1`,
    },
    {
      what: "a property that nobody knows",
      change: { [`${thing}/examples`]: [{ name: "a", size: 1 }] },
      at: `${thing}/examples/0/size`,
    },
  ],
  "no-invalid-media-type-examples": [
    {
      what: "a property that nobody knows",
      change: { [`${get}/responses/200/content/application~1json/examples/One/value/size`]: 1 },
      at: `${get}/responses/200/content/application~1json/examples/One/value/size`,
    },
    {
      what: "a body that lacks a property",
      change: { [`${get}/requestBody/content/application~1json/examples/Any/value`]: {} },
      at: `${get}/requestBody/content/application~1json/examples/Any/value`,
    },
  ],
  "response-contains-header": [
    {
      what: "no ID of the request",
      change: { [`${post}/responses/204/headers`]: undefined },
      at: `${post}/responses/204/headers`,
    },
    {
      what: "no ID in an error",
      change: { [`${failure}/headers/X-Request-Id`]: undefined },
      at: `${failure}/headers`,
    },
  ],
  "operation-2xx-response": [
    { what: "only errors", change: { [`${post}/responses/204`]: undefined }, at: `${post}/responses` },
  ],
  "component-name-unique": [
    {
      what: "a file with the name of a component",
      ...inFile("components/schemas/Name.yaml", JSON.stringify(property)),
      at: ["components/schemas/Name", "components/schemas/Name.yaml#/"],
    },
  ],
  "path-http-verbs-order": [
    {
      what: "post before get",
      change: {
        "paths/~1v1~1{project_id}~1things": { post: {}, get: {} },
      },
      at: "paths/~1v1~1{project_id}~1things/get",
    },
  ],
  "spec-strict-refs": [
    {
      what: "the info in a file",
      change: { "components/schemas": { $ref: "schemas.yaml" } },
      files: { "schemas.yaml": "{}" },
      at: "components/schemas/$ref",
    },
  ],
  "array-parameter-serialization": [
    { what: "no style", change: { [`${get}/parameters/2/style`]: undefined }, at: `${get}/parameters/2` },
  ],
  "operation-singular-tag": [
    { what: "two tags", change: { [`${get}/tags`]: ["Things", "Others"] }, at: `${get}/tags` },
  ],
  "operation-tag-defined": [
    { what: "an unknown tag", change: { [`${get}/tags`]: ["Anything"] }, at: `${get}/tags/0` },
  ],
  "request-mime-type": [
    {
      what: "a form",
      change: {
        [`${get}/requestBody/content`]: {
          "application/x-www-form-urlencoded": { schema: { $ref: `#/${thing}` }, example: { name: "a" } },
        },
      },
      at: `${get}/requestBody/content/application~1x-www-form-urlencoded`,
    },
  ],
  "response-mime-type": [
    {
      what: "a text",
      change: {
        [`${get}/responses/200/content`]: {
          "text/plain": { schema: { $ref: "#/components/schemas/Name" }, example: "a" },
        },
      },
      at: `${get}/responses/200/content/text~1plain`,
    },
  ],
  "spec-example-values": [
    {
      what: "a value here and elsewhere",
      change: { "components/examples/FirstPage/externalValue": "page.json" },
      at: "components/examples/FirstPage",
    },
  ],
  "tags-alphabetical": [
    {
      what: "out of order",
      change: {
        tags: [
          { name: "Things", description: "A." },
          { name: "Others", description: "B." },
        ],
      },
      at: "tags/0",
    },
  ],
};
