import { type JsonObject, type Place, isObject, step, valueAt, textOf } from "./json.ts";
import { rootNode, walk } from "./shapes.ts";
import { DocumentError } from "./source-file.ts";

const dialects = new Set([
  "https://spec.openapis.org/oas/3.1/dialect/base",
  "https://spec.openapis.org/oas/3.1/dialect/2024-11-10",
  "https://json-schema.org/draft/2020-12/schema",
]);

/** Keywords of JSON Schema that move the place that references are relative to. */
const moving = ["$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$vocabulary"];

/** Refuses a document that is none of OpenAPI 3.1, or says what cannot be checked here. */
export function refuseUnsupported(root: JsonObject, locate: (place: Place) => string): void {
  const refuse = (place: Place, what: string): never => {
    const file = locate(place);
    throw new DocumentError(`${file ? `${file}: ` : ""}${place}: ${what}`);
  };
  const version = root["openapi"];
  if (typeof version !== "string" || !/^3\.1\.\d+/.test(version)) {
    const found = version ?? root["swagger"];
    refuse("#", `only OpenAPI 3.1 is supported, and this says ${JSON.stringify(found ?? null)}`);
  }
  const dialect = root["jsonSchemaDialect"];
  if (dialect !== undefined && !dialects.has(textOf(dialect))) {
    refuse("#/jsonSchemaDialect", `the dialect ${JSON.stringify(dialect)} is not supported`);
  }
  for (const { place, type, value } of walk(rootNode(root))) {
    if (type === "Schema" && typeof value === "boolean") continue;
    if (!isObject(value)) {
      refuse(place, `a ${type} is an object, and this is ${JSON.stringify(value)?.slice(0, 60)}`);
      continue;
    }
    const reference = value["$ref"];
    if (typeof reference === "string" && valueAt(root, reference) === undefined) {
      refuse(place, `"$ref": "${reference}" points at nothing`);
    }
    if (type !== "Schema") continue;
    const keyword = moving.find((name) => Object.hasOwn(value, name));
    if (keyword !== undefined) refuse(step(place, keyword), `the keyword "${keyword}" is not supported`);
    const own = value["$schema"];
    if (own !== undefined && !dialects.has(textOf(own).replace(/#$/, ""))) {
      refuse(step(place, "$schema"), `the dialect ${JSON.stringify(own)} is not supported`);
    }
  }
}
