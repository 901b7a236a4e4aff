import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import type { Strength } from "../src/unit.ts";
import type { JsonObject } from "./inline.ts";
import { closed, extensibleEnum, lengths } from "./keywords.ts";
import type { Unit } from "./unit.ts";

/** The same schema, with every object closed that does not say for itself whether it is open. */
function close(schema: JsonObject): JsonObject {
  const copy = { ...schema };
  if (copy["items"]) copy["items"] = close(copy["items"] as JsonObject);
  if (copy["properties"]) {
    const properties = Object.entries(copy["properties"]);
    copy["properties"] = Object.fromEntries(
      properties.map(([name, property]) => [name, close(property as JsonObject)]),
    );
    if (!("additionalProperties" in copy)) copy["closed"] = properties.map(([name]) => name);
  }
  return copy;
}

/** Compiles the units to one module that needs nothing and exports a function a unit. */
export function compile(units: Record<string, Unit>, strength: Strength): string {
  const strict = strength === "strict";
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    messages: false,
    code: { esm: true, source: true, lines: true },
  });
  for (const length of lengths) ajv.removeKeyword(length.keyword as string).addKeyword(length);
  if (strict) ajv.addKeyword(extensibleEnum).addKeyword(closed);
  else ajv.addKeyword("x-extensible-enum");
  for (const [name, unit] of Object.entries(units)) {
    ajv.addSchema(strict ? close(unit.schema) : unit.schema, name);
  }
  const names = Object.fromEntries(Object.keys(units).map((name) => [name, name]));
  const code = standalone.default(ajv, names);
  const rest = /require\([^)]*\)/.exec(code);
  if (rest) throw new Error(`the compiled schemas need ${rest[0]}; keywords.ts has nothing in its place yet`);
  return code;
}
