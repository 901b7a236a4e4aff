import {
  bundle,
  type Body,
  type Operation,
  type Parameter,
  type ParameterPlace,
  type PathItem,
} from "./bundle.ts";
import { contentOf, type Content } from "./content.ts";
import { wrappedField, type Field } from "./field.ts";
import { notesAt, type Notes } from "./notes.ts";
import { descriptionsOf, escape, inside, part, pointersOf, type Part } from "./part.ts";
import { responsesOf, type Responses } from "./response.ts";

interface RequestBody {
  descriptions: string[];
  required: boolean;
  content: Content;
  pointers: string[];
}

/** All that the page of an operation shows. */
export interface OperationPart {
  id: string;
  method: string;
  path: string;
  /** What the path is, for all operations on it. */
  pathSummary: string;
  pathDescription: string;
  summary: string;
  description: string;
  deprecated: boolean;
  /** Where the contract knows the operation from. */
  evidence: string | undefined;
  tags: string[];
  /** Sets of security schemes, by name; one set is enough. */
  security: string[][];
  parameters: (Field & { in: ParameterPlace })[];
  requestBody: RequestBody | undefined;
  responses: Responses;
  notes: Notes;
  pointers: string[];
}

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** The operations, in the order of the contract's paths. */
export const operations: OperationPart[] = Object.keys(bundle.paths).flatMap((path) => {
  const item = part<PathItem>(`/paths/${escape(path)}`);
  return Object.keys(item.value)
    .filter((key) => methods.has(key))
    .map((method) => operationOf(path, item, method));
});

function operationOf(path: string, item: Part<PathItem>, method: string): OperationPart {
  const operation = inside<Operation>(item, method);
  const { value } = operation;
  const pointers = [...pointersOf(operation), ...pointersOf(item)];
  return {
    id: value.operationId,
    method: method.toUpperCase(),
    path,
    pathSummary: item.value.summary ?? "",
    pathDescription: item.value.description ?? "",
    summary: value.summary,
    description: value.description ?? "",
    deprecated: value.deprecated === true,
    evidence: value["x-evidence"],
    tags: value.tags ?? [],
    security: (value.security ?? bundle.security).map((schemes) => Object.keys(schemes)),
    parameters: [...parametersOf(item), ...parametersOf(operation)],
    requestBody: value.requestBody === undefined ? undefined : bodyOf(inside(operation, "requestBody")),
    responses: responsesOf(operation),
    notes: notesAt(pointers),
    pointers,
  };
}

function parametersOf(holder: Part<{ parameters?: unknown[] }>): OperationPart["parameters"] {
  return (holder.value.parameters ?? []).map((_, index) => {
    const parameter = inside<Parameter>(holder, "parameters", index);
    const { name, in: place } = parameter.value;
    return { ...wrappedField(parameter, name, `${place}.${name}`), in: place };
  });
}

function bodyOf(body: Part<Body>): RequestBody {
  const required = body.value.required === true;
  const content = contentOf(body, "body", required);
  if (content === undefined) throw new Error(`${body.layers[0]?.pointer} has no content`);
  return { descriptions: descriptionsOf(body), required, content, pointers: pointersOf(body) };
}
