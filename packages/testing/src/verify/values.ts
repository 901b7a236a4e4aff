import { candidatesFor, textsOf } from "../contract/candidates.ts";
import { schemaAt } from "../contract/compile-schemas.ts";
import type { Contract } from "../contract/contract.ts";
import { type Json, type Place, follow, isObject, step } from "../document/json.ts";

/** Values for a schema: some that keep it, and some that break one rule of it each. */
export interface Values {
  valid: Json[];
  invalid: { value: Json; rule: string; contract: Place }[];
}

/** How many values are taken that break the same rule. */
const perRule = 2;

/** Values at and about the bounds of a schema. What is said of them was checked. */
export function valuesFor({ root, schemas }: Contract, place: Place): Values {
  const check = schemas.compile(schemaAt(place), "strict");
  const values: Values = { valid: [], invalid: [] };
  const met = new Set<string>();
  const counts = new Map<string, number>();
  for (const value of candidates(root, place)) {
    const text = JSON.stringify(value);
    if (met.has(text)) continue;
    met.add(text);
    const errors = check(value);
    if (errors.length === 0) values.valid.push(value);
    const [error] = errors;
    if (error === undefined || errors.length > 1) continue;
    const contract = step(error.place, error.keyword);
    const count = counts.get(contract) ?? 0;
    if (count >= perRule || error.closed !== undefined || error.keyword === "x-extensible-enum") continue;
    counts.set(contract, count + 1);
    values.invalid.push({ value, rule: error.keyword, contract });
  }
  return values;
}

function* candidates(root: Contract["root"], place: Place): Generator<Json> {
  const { place: own, value } = follow(root, place);
  if (!isObject(value)) return;
  yield* candidatesFor(root, own);
  yield* textsOf(root, own, 20);
  if (!("items" in value)) return;
  const items = [...candidates(root, step(own, "items"))].filter(
    (item) => typeof item === "string" || typeof item === "number",
  );
  const limit = typeof value["maxItems"] === "number" ? value["maxItems"] : 3;
  const [first = "x"] = items;
  for (const item of items) yield [item];
  for (const length of [limit, limit + 1])
    yield Array.from({ length }, (_, index) => items[index % items.length] ?? first);
  // Items of their own, for lists whose items must differ.
  const text = items.find((item) => typeof item === "string" && /^[0-9A-Za-z]+$/.test(item));
  for (const length of [limit, limit + 1])
    yield Array.from({ length }, (_, index) => `${text ?? "x"}${index}`);
}
