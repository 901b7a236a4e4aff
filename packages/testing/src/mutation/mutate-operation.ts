import { type Json, type JsonObject, type Place, isObject, step, textOf } from "../document/json.ts";
import { type Node, methods } from "../document/shapes.ts";
import { changeExample } from "./mutate-schema.ts";
import { type Mutation, type MutationKind, renamed, strange, without } from "./mutation.ts";

/** The ways in which one gets wrong what is not a schema. */
export function* mutateNode({ place, type, value }: Node, root: JsonObject): Generator<Mutation> {
  if (!isObject(value) || typeof value["$ref"] === "string") return;
  switch (type) {
    case "OpenAPI":
      yield* mutatePaths((value["paths"] ?? {}) as JsonObject);
      yield* mutateSecurity(value, "#");
      return;
    case "PathItem":
      yield* mutateMethods(value, place);
      return;
    case "Operation":
      yield* mutateOperation(value, place);
      return;
    case "Parameter":
      yield* mutateParameter(value, place);
      return;
    case "Header":
      yield* flipRequired(value, place);
      yield* mutateExamples(value, place);
      return;
    case "RequestBody":
      yield* flipRequired(value, place);
      yield* mutateContent(value, place);
      return;
    case "Response":
      yield* mutateContent(value, place);
      yield* mutateHeaders(value, place);
      return;
    case "MediaType":
      yield* mutateExamples(value, place);
      return;
    case "SecurityScheme":
      yield* mutateScheme(value, place, root);
  }
}

function mutation(
  kind: MutationKind,
  place: Place,
  changed: Place,
  value: Json | undefined,
  what: string,
): Mutation {
  return { kind, place, changed, value, what };
}

function* mutatePaths(paths: JsonObject): Generator<Mutation> {
  for (const template of Object.keys(paths)) {
    const other = template.replace(/([^/{}]+)(?=[^{}]*$)/, "$1x");
    const place = step("#/paths", template);
    if (other !== template)
      yield mutation(
        "path changed",
        place,
        "#/paths",
        renamed(paths, template, other),
        `path ${template} → ${other}`,
      );
  }
}

function* mutateMethods(item: JsonObject, place: Place): Generator<Mutation> {
  for (const method of methods) {
    if (!isObject(item[method])) continue;
    const at = step(place, method);
    yield mutation("operation dropped", at, at, undefined, `${method} dropped`);
    const other = ["patch", "put", "options"].find((free) => !(free in item));
    if (other !== undefined)
      yield mutation("method changed", at, place, renamed(item, method, other), `${method} → ${other}`);
  }
}

function* mutateOperation(operation: JsonObject, place: Place): Generator<Mutation> {
  const parameters = Array.isArray(operation["parameters"]) ? operation["parameters"] : [];
  const list = step(place, "parameters");
  for (const index of parameters.keys()) {
    const rest = parameters.filter((_, other) => other !== index);
    yield mutation("parameter dropped", step(list, index), list, rest, `parameter ${index} dropped`);
  }
  for (const where of ["query", "header"]) {
    for (const required of [false, true]) {
      const name = where === "header" ? "X-Mutant" : strange;
      const added = { name, in: where, required, schema: { type: "string" } };
      yield mutation(
        "parameter added",
        place,
        list,
        [...parameters, added],
        `${required ? "required " : ""}${where} parameter added`,
      );
    }
  }
  const responses = (operation["responses"] ?? {}) as JsonObject;
  const at = step(place, "responses");
  for (const status of Object.keys(responses)) {
    yield mutation(
      "status dropped",
      step(at, status),
      at,
      without(responses, status),
      `status ${status} dropped`,
    );
    const other = status === "200" ? "201" : "200";
    if (!(other in responses)) {
      yield mutation(
        "status changed",
        step(at, status),
        at,
        renamed(responses, status, other),
        `status ${status} → ${other}`,
      );
    }
  }
  const added = ["418", "419"].find((status) => !(status in responses))!;
  yield mutation(
    "status added",
    at,
    at,
    { ...responses, [added]: { description: "Added." } },
    `status ${added} added`,
  );
  if ("requestBody" in operation)
    yield mutation(
      "body dropped",
      step(place, "requestBody"),
      step(place, "requestBody"),
      undefined,
      "request body dropped",
    );
  yield* mutateSecurity(operation, place);
}

function* mutateParameter(parameter: JsonObject, place: Place): Generator<Mutation> {
  const name = textOf(parameter["name"]);
  const where = parameter["in"];
  if (where !== "path") {
    yield mutation("parameter renamed", place, step(place, "name"), `${name}_`, `${name} → ${name}_`);
    for (const other of ["query", "header", "cookie"]) {
      if (other !== where)
        yield mutation("parameter moved", place, step(place, "in"), other, `in ${textOf(where)} → ${other}`);
    }
    yield* flipRequired(parameter, place);
  }
  const style = textOf(parameter["style"] ?? (where === "query" ? "form" : "simple"));
  const explode = typeof parameter["explode"] === "boolean" ? parameter["explode"] : style === "form";
  yield mutation(
    "style changed",
    place,
    step(place, "explode"),
    !explode,
    `explode ${explode} → ${!explode}`,
  );
  const styles =
    where === "query"
      ? ["form", "spaceDelimited", "pipeDelimited", "deepObject"]
      : where === "path"
        ? ["simple", "label", "matrix"]
        : [];
  for (const other of styles) {
    if (other !== style)
      yield mutation("style changed", place, step(place, "style"), other, `style ${style} → ${other}`);
  }
  yield* mutateExamples(parameter, place);
}

function* flipRequired(node: JsonObject, place: Place): Generator<Mutation> {
  const required = node["required"] === true;
  const kind = required ? "required dropped" : "required added";
  yield mutation(
    kind,
    place,
    step(place, "required"),
    !required,
    required ? "no longer required" : "required",
  );
}

function* mutateContent(node: JsonObject, place: Place): Generator<Mutation> {
  const content = node["content"];
  const at = step(place, "content");
  if (!isObject(content)) {
    const added = { "application/json": {} };
    yield mutation("content type added", place, at, added, "content type application/json added");
    return;
  }
  for (const type of Object.keys(content)) {
    yield mutation(
      "content type dropped",
      step(at, type),
      at,
      without(content, type),
      `content type ${type} dropped`,
    );
    const other = type === "text/plain" ? "application/json" : "text/plain";
    yield mutation(
      "content type changed",
      step(at, type),
      at,
      renamed(content, type, other),
      `content type ${type} → ${other}`,
    );
  }
  yield mutation(
    "content type added",
    at,
    at,
    { ...content, "text/x-mutant": {} },
    "content type text/x-mutant added",
  );
}

function* mutateHeaders(response: JsonObject, place: Place): Generator<Mutation> {
  const headers = (response["headers"] ?? {}) as JsonObject;
  const at = step(place, "headers");
  for (const name of Object.keys(headers)) {
    yield mutation("header dropped", step(at, name), at, without(headers, name), `header ${name} dropped`);
    yield mutation(
      "header renamed",
      step(at, name),
      at,
      renamed(headers, name, `${name}-x`),
      `header ${name} → ${name}-x`,
    );
  }
  for (const required of [false, true]) {
    const added = { ...headers, "X-Mutant": { required, schema: { type: "string" } } };
    yield mutation("header added", at, at, added, `${required ? "required " : ""}header X-Mutant added`);
  }
}

function* mutateExamples(node: JsonObject, place: Place): Generator<Mutation> {
  const schema = isObject(node["schema"]) ? node["schema"] : {};
  if (node["example"] !== undefined) yield changeExample(step(place, "example"), node["example"], schema);
  for (const [name, example] of Object.entries(isObject(node["examples"]) ? node["examples"] : {})) {
    if (!isObject(example) || example["value"] === undefined) continue;
    yield changeExample(step(place, "examples", name, "value"), example["value"], schema);
  }
}

function* mutateSecurity(node: JsonObject, place: Place): Generator<Mutation> {
  const sets = node["security"];
  if (!Array.isArray(sets) || sets.length === 0) return;
  const at = step(place, "security");
  yield mutation("security dropped", at, at, [], "security dropped");
  for (const [index, set] of sets.entries()) {
    if (sets.length > 1) {
      const rest = sets.filter((_, other) => other !== index);
      yield mutation("security dropped", step(at, index), at, rest, `credentials ${index + 1} dropped`);
    }
    for (const name of isObject(set) ? Object.keys(set) : []) {
      yield mutation(
        "security changed",
        step(at, index, name),
        step(at, index),
        without(set as JsonObject, name),
        `${name} not needed in credentials ${index + 1}`,
      );
    }
  }
}

function* mutateScheme(scheme: JsonObject, place: Place, root: JsonObject): Generator<Mutation> {
  if (root["security"] === undefined && !JSON.stringify(root["paths"] ?? {}).includes('"security"')) return;
  if (scheme["type"] === "apiKey") {
    yield mutation(
      "security changed",
      place,
      step(place, "name"),
      `${textOf(scheme["name"])}-x`,
      "credentials under another name",
    );
    const other = scheme["in"] === "query" ? "header" : "query";
    yield mutation(
      "security changed",
      place,
      step(place, "in"),
      other,
      `credentials in ${textOf(scheme["in"])} → ${other}`,
    );
  }
  if (scheme["type"] === "http") {
    yield mutation(
      "security changed",
      place,
      step(place, "scheme"),
      `${textOf(scheme["scheme"])}x`,
      "credentials of another scheme",
    );
  }
}
