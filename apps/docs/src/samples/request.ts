import { bundle, type Json } from "../contract/bundle.ts";
import { textOf } from "../contract/facts.ts";
import type { Field } from "../contract/field.ts";
import type { OperationPart } from "../contract/operation.ts";
import { schemeNamed } from "../contract/security.ts";

/** A request to show, made of the contract's examples. */
export interface SampleRequest {
  /** The ID of the operation. */
  id: string;
  method: string;
  /** The server's URL. */
  origin: string;
  region: string;
  /** The path with its parameters still in braces. */
  template: string;
  path: Record<string, Json>;
  query: Record<string, Json>;
  /** The header that carries the credential. */
  credential: string;
  body?: Json;
  /** The type of the body. */
  mediaType: string;
  /** Whether a success has a body to show. */
  answered: boolean;
}

/** Makes a request of the examples of what it must have. */
export function sampleRequest(operation: OperationPart): SampleRequest {
  const [server] = bundle.servers;
  const [scheme] = operation.security[0] ?? [];
  const query = operation.parameters.filter((parameter) => parameter.in === "query");
  const { content } = operation.requestBody ?? {};
  const body = content?.examples[0]?.value;
  return {
    id: operation.id,
    method: operation.method,
    origin: server?.url ?? "",
    region: server?.["x-region"] ?? "",
    template: operation.path,
    path: examples(operation.parameters.filter((parameter) => parameter.in === "path")),
    query: examples(fieldsToShow(query)),
    credential: scheme === undefined ? "" : schemeNamed(scheme).name,
    mediaType: content?.mediaType ?? "",
    ...(body === undefined ? {} : { body }),
    answered: operation.responses.groups
      .flat()
      .some(({ status, content }) => status.startsWith("2") && content !== undefined),
  };
}

/** Its URL, without the query. */
export function urlOf(request: SampleRequest): string {
  return `${request.origin}${pathOf(request)}`;
}

/** Its URL with the query, in parts that fit a line each. */
export function urlParts(request: SampleRequest): string[] {
  const path = pathOf(request);
  const last = path.lastIndexOf("/");
  const query = new URLSearchParams(queryOf(request)).toString();
  return [request.origin, path.slice(0, last), `${path.slice(last)}${query === "" ? "" : `?${query}`}`];
}

function pathOf({ template, path }: SampleRequest): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(textOf(path[name] ?? "")));
}

/** Its query. An array is a repeated key. */
export function queryOf({ query }: SampleRequest): [name: string, value: string][] {
  return Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, textOf(one)]),
  );
}

/** Those that must be there or, when none must, the first: a list of everything says less than an answer to a question. */
export function fieldsToShow<T extends Field>(fields: T[]): T[] {
  const required = fields.filter((field) => field.required);
  return required.length > 0 ? required : fields.slice(0, 1);
}

function examples(fields: Field[]): Record<string, Json> {
  return Object.fromEntries(
    fields.flatMap(({ name, examples: [example] }) => (example === undefined ? [] : [[name, example]])),
  );
}
