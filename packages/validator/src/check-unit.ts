import type { ValueFinding } from "./finding.ts";
import { originOf, pointer } from "./origin.ts";
import type { CompiledError, Strength, Unit } from "./unit.ts";
import { describeExpectation, describeKind, describeValue } from "./words.ts";

const none: ValueFinding[] = [];

/** Checks a value. `base` goes before the place of each finding. */
export function checkUnit(unit: Unit, strength: Strength, value: unknown, base: string): ValueFinding[] {
  const schema = unit[strength];
  if (schema(value)) return none;
  return (schema.errors ?? []).map((error) => explain(unit, error, value, base));
}

function explain(unit: Unit, error: CompiledError, value: unknown, base: string): ValueFinding {
  const place = error.schemaPath.slice(1);
  const at = base + error.instancePath;
  const finding = {
    at,
    rule: error.keyword === "closed" ? "additionalProperties" : error.keyword,
    expected: describeExpectation(error, unit.patterns[place]),
    contract: contractOf(unit, error, place),
  };
  if (error.keyword === "required") return { ...finding, found: "nothing" };
  if (finding.rule === "additionalProperties") {
    const name = String(error.params["additionalProperty"]);
    return {
      ...finding,
      at: at + pointer(name),
      found: describeValue(name),
    };
  }
  const parent = place.slice(0, place.lastIndexOf("/"));
  const found = valueAt(value, error.instancePath);
  const secret = unit.secrets.some((secret) => secret === parent || secret.startsWith(`${parent}/`));
  return { ...finding, found: secret ? describeKind(found) : describeValue(found) };
}

function contractOf(unit: Unit, error: CompiledError, place: string): string {
  if (error.keyword === "required") {
    const own = unit.origins[`${place}/${String(error.params["missingProperty"])}`];
    if (own !== undefined) return own;
  }
  if (error.keyword === "closed" && unit.origins[place] === undefined) {
    // The bundle does not forbid the property; it is one that the properties do not list.
    return originOf(unit.origins, place.replace(/closed$/, "properties")) ?? "#";
  }
  return originOf(unit.origins, place) ?? "#";
}

function valueAt(value: unknown, place: string): unknown {
  let found = value;
  for (const key of place.split("/").slice(1)) {
    found = (found as Record<string, unknown>)[key.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return found;
}
