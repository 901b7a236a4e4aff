import type {
  ContentTable,
  CredentialTable,
  ParameterTable,
  PathTable,
  SimpleOperationTable,
} from "../src/operation.ts";
import { type JsonObject, atPointer, follow } from "./inline.ts";
import { pointer } from "../src/origin.ts";
import { type Unit, objectUnit, schemaUnit } from "./unit.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** All that is compiled and emitted. */
export interface Tables {
  /** The names of the schemas among the components. */
  schemas: string[];
  units: Record<string, Unit>;
  paths: PathTable[];
  operations: Record<string, SimpleOperationTable>;
}

/** Reads the tables of all operations out of the bundle. */
export function readTables(bundle: JsonObject): Tables {
  const place = "#/components/schemas";
  const tables: Tables = {
    schemas: Object.keys(atPointer(bundle, place)),
    units: {},
    paths: [],
    operations: {},
  };
  for (const name of tables.schemas) tables.units[name] = schemaUnit(bundle, place + pointer(name));
  for (const [template, item] of Object.entries(bundle["paths"] as JsonObject)) {
    const place = `#/paths${pointer(template)}`;
    const path: PathTable = { template, contract: place, operations: {} };
    tables.paths.push(path);
    for (const method of methods.filter((method) => method in (item as JsonObject))) {
      const id = atPointer(bundle, `${place}/${method}`)["operationId"] as string;
      path.operations[method.toUpperCase()] = id;
      tables.operations[id] = readOperation(bundle, place, `${place}/${method}`, id, tables.units);
    }
  }
  return tables;
}

function readOperation(
  bundle: JsonObject,
  pathPlace: string,
  place: string,
  id: string,
  units: Record<string, Unit>,
): SimpleOperationTable {
  const operation = atPointer(bundle, place);
  const parameters = [`${pathPlace}/parameters`, `${place}/parameters`].flatMap((list) =>
    Object.keys(atPointer(bundle, list) ?? {}).map((index) => follow(bundle, `${list}/${index}`)),
  );
  const table: SimpleOperationTable = {
    contract: place,
    parameters: parameters.map(({ value, place }) => readParameter(bundle, value, place)),
    units: { path: `${id}_path`, query: `${id}_query`, header: `${id}_header` },
    ...readSecurity(bundle, place),
    responses: {},
  };
  for (const where of ["path", "query", "header"] as const) {
    const members = parameters
      .filter(({ value }) => value["in"] === where)
      .map(({ value, place }) => ({
        name: where === "header" ? (value["name"] as string).toLowerCase() : (value["name"] as string),
        schema: `${place}/schema`,
        ...(value["required"] === true ? { required: `${place}/required` } : {}),
      }));
    // Any request may carry headers that the contract does not name; a query parameter is a mistake.
    units[table.units[where]!] = objectUnit(
      bundle,
      members,
      where === "query" ? ("parameters" in operation ? `${place}/parameters` : place) : undefined,
    );
  }
  if ("requestBody" in operation) {
    const body = follow(bundle, `${place}/requestBody`);
    table.requestBody = {
      contract: body.place,
      required: body.value["required"] === true,
      content: readContent(bundle, body.place, `${id}_request`, units),
    };
  }
  for (const status of Object.keys(operation["responses"] as JsonObject)) {
    const response = follow(bundle, `${place}/responses/${status}`);
    const shared = /^#\/components\/responses\/([^/]+)$/.exec(response.place)?.[1];
    const name = shared ?? `${id}_${status}`;
    const headers = Object.keys((response.value["headers"] as JsonObject | undefined) ?? {});
    units[`${name}_headers`] ??= objectUnit(
      bundle,
      headers.map((header) => {
        const { value, place } = follow(bundle, `${response.place}/headers${pointer(header)}`);
        return {
          name: header.toLowerCase(),
          schema: `${place}/schema`,
          ...(value["required"] === true ? { required: `${place}/required` } : {}),
        };
      }),
    );
    table.responses[status] = {
      contract: response.place,
      headers: headers.map((header) => header.toLowerCase()),
      headersUnit: `${name}_headers`,
      content: readContent(bundle, response.place, name, units),
    };
  }
  return table;
}

function readParameter(bundle: JsonObject, parameter: JsonObject, place: string): ParameterTable {
  const where = parameter["in"] as string;
  const usual = where === "query" ? "form" : "simple";
  if (where === "cookie" || "content" in parameter || (parameter["style"] ?? usual) !== usual) {
    throw new Error(`${place}: only parameters of style "form" or "simple" are supported`);
  }
  const type = follow(bundle, `${place}/schema`).value["type"];
  if (typeof type !== "string" || type === "object") {
    throw new Error(`${place}: a parameter needs one type, and not "object"`);
  }
  if (type === "array" && (where !== "query" || parameter["explode"] === false)) {
    throw new Error(`${place}: only lists that repeat a query parameter are supported`);
  }
  return {
    name: parameter["name"] as string,
    in: where as ParameterTable["in"],
    type: type as ParameterTable["type"],
  };
}

function readContent(
  bundle: JsonObject,
  place: string,
  name: string,
  units: Record<string, Unit>,
): ContentTable {
  const content = atPointer(bundle, place)["content"] as JsonObject | undefined;
  return Object.fromEntries(
    Object.keys(content ?? {}).map((mediaType) => {
      const contract = `${place}/content${pointer(mediaType)}`;
      const schema = follow(bundle, `${contract}/schema`).place;
      const unit =
        /^#\/components\/schemas\/([^/]+)$/.exec(schema)?.[1] ?? `${name}_${mediaType}`.replace(/\W/g, "_");
      units[unit] ??= schemaUnit(bundle, schema);
      return [mediaType.toLowerCase(), { contract, unit }];
    }),
  );
}

function readSecurity(
  bundle: JsonObject,
  operation: string,
): Pick<SimpleOperationTable, "security" | "securityContract"> {
  const own = "security" in atPointer(bundle, operation);
  const securityContract = own ? `${operation}/security` : "#/security";
  const sets = (own ? atPointer(bundle, operation)["security"] : bundle["security"]) as
    JsonObject[] | undefined;
  const security = (sets ?? []).map((set) =>
    Object.keys(set).map((name): CredentialTable => {
      const { value, place } = follow(bundle, `#/components/securitySchemes${pointer(name)}`);
      if (value["type"] === "http") return { name: "authorization", scheme: value["scheme"] as string };
      if (value["type"] === "apiKey" && value["in"] === "header") {
        return { name: (value["name"] as string).toLowerCase() };
      }
      throw new Error(`${place}: only credentials in headers are supported`);
    }),
  );
  return { security, securityContract };
}
