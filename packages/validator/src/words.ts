import type { CompiledError } from "./unit.ts";

/** How much of a text is shown. */
const shown = 60;

/** Says what a value is, without its contents where those are many. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "object") return "an object";
  if (typeof value !== "string") return `a ${typeof value}`;
  return JSON.stringify(value.length > shown ? `${value.slice(0, shown)}…` : value);
}

/** Says what kind of value it is, and nothing of its contents. */
export function describeKind(value: unknown): string {
  if (value === undefined || typeof value === "object") return describeValue(value);
  return `a ${typeof value} that is not shown`;
}

const kinds: Record<string, string> = {
  array: "a list",
  boolean: "true or false",
  integer: "a whole number",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a text",
};

function count(limit: unknown, thing: string): string {
  return `${String(limit)} ${thing}${limit === 1 ? "" : "s"}`;
}

/** Says what a compiled schema wanted. */
export function describeExpectation({ keyword, params }: CompiledError, pattern: string | undefined): string {
  const limit = params["limit"];
  const words = params["allowedValues"] as unknown[] | undefined;
  switch (keyword) {
    case "type":
      return [params["type"]]
        .flat()
        .map((type) => kinds[type as string])
        .join(" or ");
    case "required":
      return JSON.stringify(params["missingProperty"]);
    case "additionalProperties":
    case "closed":
      return "nothing of that name";
    case "enum":
    case "x-extensible-enum":
      return `one of ${words?.map((word) => (typeof word === "string" ? word : JSON.stringify(word))).join(", ")}`;
    case "pattern":
      return pattern ?? `a text that matches ${String(params["pattern"])}`;
    case "minimum":
      return `at least ${String(limit)}`;
    case "maximum":
      return `at most ${String(limit)}`;
    case "exclusiveMinimum":
      return `more than ${String(limit)}`;
    case "exclusiveMaximum":
      return `less than ${String(limit)}`;
    case "multipleOf":
      return `a multiple of ${String(params["multipleOf"])}`;
    case "minLength":
      return `at least ${count(limit, "character")}`;
    case "maxLength":
      return `at most ${count(limit, "character")}`;
    case "minItems":
      return `at least ${count(limit, "item")}`;
    case "maxItems":
      return `at most ${count(limit, "item")}`;
    case "uniqueItems":
      return "no item twice";
    case "const":
      return JSON.stringify(params["allowedValue"]);
    default:
      return `what "${keyword}" asks for`;
  }
}
