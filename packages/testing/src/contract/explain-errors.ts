import {
  type CompiledError,
  type ValueFinding,
  describeExpectation,
  describeKind,
  describeValue,
  pointer,
} from "@mpc-contract/validator/engine";
import { type JsonObject, type Place, follow, isObject, keysOf, step, valueAt } from "../document/json.ts";
import { childrenOf } from "../document/shapes.ts";
import { redacted } from "../redacted.ts";
import { type SchemaError, reachedFrom, schemaAt } from "./compile-schemas.ts";

/** Says what the errors of a value mean. `base` goes before the place of each. */
export function explainErrors(
  root: JsonObject,
  errors: SchemaError[],
  value: unknown,
  base: string,
): ValueFinding[] {
  return withoutBranches(root, errors)
    .filter(
      ({ instancePath, place }) => foundAt(value, instancePath) !== redacted || !holdsSecret(root, place),
    )
    .map((error) => explain(root, error, value, base));
}

/** Leaves out why each alternative failed: that none of them fits is said once. */
function withoutBranches(root: JsonObject, errors: SchemaError[]): SchemaError[] {
  const unions = errors.filter(
    ({ keyword }) => keyword === "anyOf" || keyword === "oneOf" || keyword === "if" || keyword === "contains",
  );
  if (unions.length === 0) return errors;
  const dropped = new Set<SchemaError>();
  for (const union of unions) {
    const place = step(union.place, union.keyword);
    const inside = [place, ...placesUnder(root, place)];
    for (const error of errors.slice(0, errors.indexOf(union))) {
      const about = `${error.instancePath}/`.startsWith(`${union.instancePath}/`);
      if (about && union.keyword !== "if" && inside.some((at) => `${error.place}/`.startsWith(`${at}/`)))
        dropped.add(error);
    }
    if (union.keyword === "if") dropped.add(union);
  }
  return errors.filter((error) => !dropped.has(error));
}

function placesUnder(root: JsonObject, place: Place): Place[] {
  const value = valueAt(root, place);
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return keys.flatMap((key) => [...reachedFrom(root, schemaAt(step(place, key)))]);
}

function explain(root: JsonObject, error: SchemaError, value: unknown, base: string): ValueFinding {
  const at = base + error.instancePath;
  const { closed, keyword, place } = error;
  const rule = keyword === "unevaluatedProperties" ? "additionalProperties" : keyword;
  const contract = closed ?? step(place, keyword);
  if (rule === "additionalProperties") {
    const params = error.params as Record<string, unknown>;
    const name = String(params["additionalProperty"] ?? params["unevaluatedProperty"]);
    return {
      at: at + pointer(name),
      rule,
      expected: "nothing of that name",
      found: describeValue(name),
      contract,
    };
  }
  const expected = expectation(root, error);
  if (keyword === "required") return { at, rule, expected, found: "nothing", contract };
  const found = foundAt(value, error.instancePath);
  return {
    at,
    rule,
    expected,
    found: holdsSecret(root, place) ? describeKind(found) : describeValue(found),
    contract,
  };
}

function expectation(root: JsonObject, error: SchemaError): string {
  const params = error.params as Record<string, unknown>;
  const schema = valueAt(root, error.place);
  const words = isObject(schema) ? schema["x-pattern-description"] : undefined;
  const count = (limit: unknown, thing: string): string => `${String(limit)} ${thing}`;
  switch (error.keyword) {
    case "x-extensible-enum":
      return describeExpectation(
        { ...(error as CompiledError), params: { allowedValues: error.schema } },
        undefined,
      );
    case "anyOf":
      return "one of the alternatives that the contract lists";
    case "oneOf":
      return params["passingSchemas"]
        ? "just one of the alternatives that the contract lists, not several"
        : "one of the alternatives that the contract lists";
    case "not":
      return "anything but what the contract excludes";
    case "false schema":
      return "nothing here";
    case "minProperties":
      return `at least ${count(params["limit"], "properties")}`;
    case "maxProperties":
      return `at most ${count(params["limit"], "properties")}`;
    case "contains":
      return `at least ${count(params["minContains"], "items of the kind that the contract gives")}`;
    case "dependentRequired":
      return `"${String(params["missingProperty"])}" beside "${String(params["property"])}"`;
    case "propertyNames":
      return "only names of the form that the contract gives";
    case "unevaluatedItems":
    case "additionalItems":
      return `at most ${count(params["len"] ?? params["limit"], "items")}`;
    default:
      return describeExpectation(error, typeof words === "string" ? words : undefined);
  }
}

function foundAt(value: unknown, place: string): unknown {
  let found = value;
  for (const key of keysOf(place)) found = (found as Record<string, unknown> | undefined)?.[key];
  return found;
}

/** Says whether a secret stands in the values of a schema. */
function holdsSecret(root: JsonObject, place: Place, met = new Set<Place>()): boolean {
  const { place: own, value } = follow(root, place);
  if (met.has(own) || !isObject(value)) return false;
  met.add(own);
  if (value["format"] === "password") return true;
  return childrenOf({ type: "Schema", value, place: own }).some((child) =>
    holdsSecret(root, child.place, met),
  );
}
