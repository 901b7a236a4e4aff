import { english } from "../site/language.ts";
import { STATUS_CODES } from "node:http";
import { bundle, type Json } from "../contract/bundle.ts";
import { errorCodes } from "../contract/error-code.ts";
import { textOf } from "../contract/facts.ts";
import type { Field } from "../contract/field.ts";
import { operations, type OperationPart } from "../contract/operation.ts";
import { schemeNamed } from "../contract/security.ts";
import { servers } from "../contract/server.ts";
import { sampleRequest } from "../samples/request.ts";

/** The header that carries the first credential of the contract, the one that a header alone can carry. */
const credential = schemeNamed(Object.keys(bundle.security[0] ?? {})[0] ?? "");

/** The operations as a collection of Postman, format 2.1. Endpoint, project and token are variables of it. */
export const collection = {
  info: {
    name: bundle.info.title,
    description: bundle.info.description,
    version: bundle.info.version,
    schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
  },
  auth: {
    type: "apikey",
    apikey: [
      { key: "key", value: credential.name, type: "string" },
      { key: "value", value: "{{token}}", type: "string" },
      { key: "in", value: "header", type: "string" },
    ],
  },
  variable: [
    {
      key: "endpoint",
      value: servers[0]?.url ?? "",
      type: "string",
      description: servers
        .map(({ url, descriptions }) => `\`${url}\`: ${descriptions.join(" ")}`)
        .join("\n\n"),
    },
    { key: "token", value: "", type: "string", description: credential.descriptions.join("\n\n") },
    ...pathVariables(),
  ],
  item: bundle.tags.map(({ name, description }) => ({
    name,
    description,
    item: operations.filter(({ tags }) => tags.includes(name)).map(itemOf),
  })),
};

/** The parameters of the paths, each once. */
function pathVariables() {
  const fields = operations.flatMap((operation) =>
    operation.parameters.filter(({ in: place }) => place === "path"),
  );
  return fields
    .filter(({ name }, index) => fields.findIndex((other) => other.name === name) === index)
    .map((field) => ({ key: field.name, value: valueOf(field), type: "string", description: about(field) }));
}

function itemOf(operation: OperationPart) {
  return { name: operation.summary, request: requestOf(operation), response: responsesOf(operation) };
}

function requestOf(operation: OperationPart) {
  const { path, method, parameters, requestBody } = operation;
  const sample = sampleRequest(operation);
  const query = parameters
    .filter((parameter) => parameter.in === "query")
    .flatMap((field) => {
      // An array is a repeated key.
      const values = [sample.query[field.name] ?? field.examples[0] ?? ""].flat();
      return values.map((value) => ({
        key: field.name,
        value: textOf(value),
        description: about(field),
        // Sent as they come are those that the samples of the reference have.
        disabled: !(field.name in sample.query),
      }));
    });
  const sent = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`);
  const segments = path.slice(1).replaceAll(/\{(\w+)\}/g, ":$1");
  return {
    method,
    description: operation.description,
    header: requestBody === undefined ? [] : [{ key: "Content-Type", value: requestBody.content.mediaType }],
    url: {
      raw: `{{endpoint}}/${segments}${sent.length === 0 ? "" : `?${sent.join("&")}`}`,
      host: ["{{endpoint}}"],
      path: segments.split("/"),
      query,
      variable: parameters
        .filter((parameter) => parameter.in === "path")
        .map((field) => ({ key: field.name, value: `{{${field.name}}}`, description: about(field) })),
    },
    ...(sample.body === undefined
      ? {}
      : {
          body: {
            mode: "raw",
            raw: JSON.stringify(sample.body, null, 2),
            options: { raw: { language: "json" } },
          },
        }),
  };
}

/** The examples of the responses; a response without a body is one, too. */
function responsesOf(operation: OperationPart) {
  const { responses } = operation;
  const originalRequest = requestOf(operation);
  return responses.groups.flat().flatMap(({ status, phrase, headers, content }) => {
    const examples = content?.examples ?? [{ summary: phrase, value: undefined }];
    const header = [...responses.headers, ...headers].map((field) => ({
      key: field.name,
      value: valueOf(field),
    }));
    if (content !== undefined) header.unshift({ key: "Content-Type", value: content.mediaType });
    return examples.map(({ summary, value }) => {
      const code = Number.isNaN(Number(status)) ? statusOf(value) : Number(status);
      return {
        name: summary,
        originalRequest,
        ...(code === undefined ? {} : { code, status: STATUS_CODES[code] ?? "" }),
        header,
        ...(value === undefined
          ? {}
          : { body: JSON.stringify(value, null, 2), _postman_previewlanguage: "json" }),
      };
    });
  });
}

/** The status that the error code in a body comes with, for the response to every other status. */
function statusOf(body: Json | undefined): number | undefined {
  return errorCodes.codes.find(({ code }) => Object.values(body ?? {}).includes(code))?.statuses[0];
}

/** What it is, and its rules. */
function about({ descriptions, facts, required }: Field): string {
  const rules = facts.map(({ label, text }) => `${english.say(label)}: ${english.say(text)}`);
  return [...(required ? ["Required."] : []), ...descriptions.map((words) => words.trim()), ...rules].join(
    "\n\n",
  );
}

function valueOf({ examples: [example = ""] }: Field): string {
  return textOf(example);
}
