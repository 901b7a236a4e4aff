import type {
  ContentTable,
  CredentialTable,
  OperationTable,
  PathTable,
  ResponseTable,
} from "@mpc-contract/validator/engine";
import {
  type Json,
  type JsonObject,
  type Place,
  follow,
  isObject,
  objectAt,
  step,
  textOf,
} from "../document/json.ts";
import { methods } from "../document/shapes.ts";
import { DocumentError } from "../document/source-file.ts";
import { schemaAt } from "./compile-schemas.ts";
import type { ParameterPlace, ParameterTable } from "./decode-parameters.ts";
import { propertyNames, typesInside, typesOf } from "./types-of.ts";

/** An operation of any document. */
export interface Operation extends OperationTable {
  /** Its `operationId`, or else method and path. */
  id: string;
  method: string;
  path: string;
  parameters: ParameterTable[];
}

/** What is checked as one: a schema, and for parameters and headers where the parts of it are written. */
export interface Unit {
  schema: JsonObject;
  /** From the name of a member to the place that says that it is required. */
  required?: Record<string, Place>;
  /** The place that lists the members, where a strict check refuses others. */
  closedBy?: Place;
  /** What the texts of this unit are decoded by, when it is of the headers of a response. */
  headers?: ParameterTable[];
  /** Why values of this unit cannot be checked. */
  unsupported?: string;
}

export interface Operations {
  operations: Record<string, Operation>;
  paths: PathTable[];
  units: Record<string, Unit>;
}

/** Reads what is checked of each operation of a document. */
export function readOperations(root: JsonObject): Operations {
  const all: Operations = {
    operations: Object.create(null) as Record<string, Operation>,
    paths: [],
    units: Object.create(null) as Record<string, Unit>,
  };
  for (const template of Object.keys((root["paths"] ?? {}) as JsonObject)) {
    if (!template.startsWith("/")) continue;
    const { place, value: item } = objectAt(root, step("#/paths", template));
    const path: PathTable = { template, contract: place, operations: {} };
    all.paths.push(path);
    for (const method of methods) {
      if (!isObject(item[method])) continue;
      const operation = readOperation(root, template, method, place, all.units);
      const other = all.operations[operation.id];
      if (other)
        throw new DocumentError(
          `${operation.contract}: "${operation.id}" is the operationId of ${other.contract}, too`,
        );
      path.operations[method.toUpperCase()] = operation.id;
      all.operations[operation.id] = operation;
    }
  }
  return all;
}

function readOperation(
  root: JsonObject,
  path: string,
  method: string,
  pathPlace: Place,
  units: Record<string, Unit>,
): Operation {
  const place = step(pathPlace, method);
  const { value } = objectAt(root, place);
  const id =
    typeof value["operationId"] === "string" ? value["operationId"] : `${method.toUpperCase()} ${path}`;
  const parameters = readParameters(root, pathPlace, place);
  const { security, securityContract } = readSecurity(root, place, value);
  const operation: Operation = {
    id,
    method: method.toUpperCase(),
    path,
    contract: place,
    parameters,
    units: {},
    security,
    securityContract,
    responses: {},
  };
  for (const where of ["path", "query", "header", "cookie"] as const) {
    const unit = parameterUnit(root, parameters, where);
    if (where === "query")
      closeQuery(unit, parameters, security, "parameters" in value ? step(place, "parameters") : place);
    else if (Object.keys(unit.schema["properties"] as JsonObject).length === 0) continue;
    operation.units[where] = `${id} ${where}`;
    units[`${id} ${where}`] = unit;
  }
  if ("requestBody" in value) {
    const body = objectAt(root, step(place, "requestBody"));
    operation.requestBody = {
      contract: body.place,
      required: body.value["required"] === true,
      content: readContent(root, body.place, body.value, units),
    };
  }
  for (const status of Object.keys((value["responses"] ?? {}) as JsonObject)) {
    if (/^(?:[1-5](?:[0-9]{2}|XX)|default)$/.test(status)) {
      operation.responses[status] = readResponse(
        root,
        step(place, "responses", status),
        units,
        method === "head",
      );
    }
  }
  return operation;
}

function readResponse(
  root: JsonObject,
  at: Place,
  units: Record<string, Unit>,
  bodiless: boolean,
): ResponseTable {
  const { place, value } = objectAt(root, at);
  const names = Object.keys((value["headers"] ?? {}) as JsonObject).filter(
    (name) => name.toLowerCase() !== "content-type",
  );
  const unit: Unit = { schema: { type: "object", properties: {}, required: [] }, required: {}, headers: [] };
  for (const name of names) {
    const header = objectAt(root, step(place, "headers", name));
    unit.headers!.push(describeParameter(root, header.place, { ...header.value, name, in: "header" }));
    const key = name.toLowerCase();
    (unit.schema["properties"] as JsonObject)[key] =
      "schema" in header.value ? schemaAt(step(header.place, "schema")) : {};
    if (header.value["required"] === true) {
      (unit.schema["required"] as Json[]).push(key);
      unit.required![key] = step(header.place, "required");
    }
  }
  units[`${place} headers`] = unit;
  return {
    contract: place,
    headers: names.map((name) => name.toLowerCase()),
    headersUnit: `${place} headers`,
    content: bodiless ? {} : readContent(root, place, value, units),
  };
}

function readParameters(root: JsonObject, pathPlace: Place, place: Place): ParameterTable[] {
  const read = [step(pathPlace, "parameters"), step(place, "parameters")].flatMap((list) => {
    const { value } = follow(root, list);
    return Array.isArray(value) ? value.map((_, index) => readParameter(root, step(list, index))) : [];
  });
  // A parameter of an operation stands in the place of the path's own of that name.
  return [
    ...new Map(read.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values(),
  ].filter(
    (parameter) =>
      parameter.in !== "header" || !/^(?:accept|content-type|authorization)$/i.test(parameter.name),
  );
}

function readParameter(root: JsonObject, at: Place): ParameterTable {
  const { place, value } = objectAt(root, at);
  return describeParameter(root, place, value);
}

function describeParameter(root: JsonObject, place: Place, value: JsonObject): ParameterTable {
  const where = value["in"] as ParameterPlace;
  const style =
    typeof value["style"] === "string"
      ? value["style"]
      : where === "query" || where === "cookie"
        ? "form"
        : "simple";
  const types = typesOf(root, step(place, "schema"));
  if (style === "deepObject" && types.size > 0 && !types.has("object")) {
    throw new DocumentError(`${place}: the style "deepObject" is for objects, and this parameter is none`);
  }
  const mediaType = isObject(value["content"]) ? Object.keys(value["content"])[0] : undefined;
  const schema = step(place, "schema");
  return {
    name: textOf(value["name"]),
    in: where,
    place,
    required: value["required"] === true,
    style,
    explode: typeof value["explode"] === "boolean" ? value["explode"] : style === "form",
    ...(mediaType === undefined ? {} : { mediaType }),
    types,
    itemTypes: typesInside(root, schema, "items"),
    properties: new Map(
      [...propertyNames(root, schema)].map((name) => [name, typesInside(root, schema, "properties", name)]),
    ),
  };
}

function parameterUnit(root: JsonObject, parameters: ParameterTable[], where: ParameterPlace): Unit {
  const unit: Unit = { schema: { type: "object", properties: {}, required: [] }, required: {} };
  for (const { in: place, mediaType, name, place: at, required } of parameters) {
    if (place !== where) continue;
    const key = where === "header" ? name.toLowerCase() : name;
    const schema = mediaType === undefined ? step(at, "schema") : step(at, "content", mediaType, "schema");
    const value = follow(root, schema).value === undefined ? {} : schemaAt(schema);
    Object.defineProperty(unit.schema["properties"], key, { value, enumerable: true });
    if (!required) continue;
    (unit.schema["required"] as Json[]).push(key);
    unit.required![key] = step(at, "required");
  }
  return unit;
}

/** A query parameter that is not listed is a mistake, unless it carries credentials. */
function closeQuery(
  unit: Unit,
  parameters: ParameterTable[],
  security: CredentialTable[][],
  place: Place,
): void {
  const open = parameters.some(
    ({ explode, in: where, properties, style, types }) =>
      where === "query" && style === "form" && explode && types.has("object") && properties.size === 0,
  );
  if (open) return;
  for (const credential of security.flat()) {
    if (credential.in === "query") (unit.schema["properties"] as JsonObject)[credential.name] ??= {};
  }
  unit.closedBy = place;
}

function readContent(
  root: JsonObject,
  place: Place,
  value: JsonObject,
  units: Record<string, Unit>,
): ContentTable {
  const content = isObject(value["content"]) ? value["content"] : {};
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, media]) => {
      const contract = step(place, "content", mediaType);
      const type = mediaType.split(";", 1)[0]!.trim().toLowerCase();
      if (!isObject(media) || media["schema"] === undefined) return [type, { contract }];
      const schema = step(contract, "schema");
      units[contract] = { schema: schemaAt(schema) };
      const types = typesOf(root, schema);
      if (
        !/[/+]json$|\*$/.test(type) &&
        (/^multipart\/|urlencoded$/.test(type) || (types.size > 0 && !types.has("string")))
      ) {
        units[contract].unsupported = `bodies of ${type}`;
      }
      return [type, { contract, unit: contract }];
    }),
  );
}

function readSecurity(
  root: JsonObject,
  place: Place,
  operation: JsonObject,
): { security: CredentialTable[][]; securityContract: Place } {
  const own = "security" in operation;
  const sets = own ? operation["security"] : root["security"];
  const security = (Array.isArray(sets) ? sets : []).filter(isObject).map((set) =>
    Object.keys(set).flatMap((name): CredentialTable[] => {
      const { value } = objectAt(root, step("#/components/securitySchemes", name));
      if (value["type"] === "mutualTLS") return [];
      if (value["type"] === "http") return [{ name: "authorization", scheme: textOf(value["scheme"]) }];
      if (value["type"] !== "apiKey") return [{ name: "authorization", scheme: "Bearer" }];
      const header = textOf(value["name"]);
      if (value["in"] === "query" || value["in"] === "cookie") return [{ name: header, in: value["in"] }];
      return [{ name: header.toLowerCase() }];
    }),
  );
  return { security, securityContract: own ? step(place, "security") : "#/security" };
}
