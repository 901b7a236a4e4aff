import type { UnitTables } from "../src/unit.ts";
import { type JsonObject, inlineSchema } from "./inline.ts";
import { pointer } from "../src/origin.ts";

/** One schema to compile, and the tables that explain its errors. */
export interface Unit extends UnitTables {
  schema: JsonObject;
}

/** The unit of a schema that stands in the bundle. */
export function schemaUnit(bundle: JsonObject, place: string): Unit {
  return inlineSchema(bundle, place);
}

/** A property of an object that the bundle does not describe as one schema, such as the query of a request. */
export interface Member {
  name: string;
  /** Where its schema is in the bundle. */
  schema: string;
  /** Where the bundle says that it is required, when it is. */
  required?: string;
}

/** The unit of such an object. With `closedBy`, a strict check refuses members that are not listed. */
export function objectUnit(bundle: JsonObject, members: Member[], closedBy?: string): Unit {
  const unit: Unit = { schema: {}, origins: {}, secrets: [], patterns: {} };
  const properties: JsonObject = {};
  for (const member of members) {
    const path = `/properties${pointer(member.name)}`;
    const inlined = inlineSchema(bundle, member.schema);
    properties[member.name] = inlined.schema;
    for (const [place, origin] of Object.entries(inlined.origins)) unit.origins[path + place] = origin;
    for (const [place, meaning] of Object.entries(inlined.patterns)) unit.patterns[path + place] = meaning;
    unit.secrets.push(...inlined.secrets.map((place) => path + place));
    if (member.required) unit.origins[`/required${pointer(member.name)}`] = member.required;
  }
  unit.schema = {
    type: "object",
    properties,
    required: members.filter((member) => member.required).map((member) => member.name),
  };
  if (closedBy === undefined) unit.schema["additionalProperties"] = true;
  else unit.origins["/closed"] = closedBy;
  return unit;
}
