import type { Json } from "./bundle.ts";
import { code, type Fact } from "./facts.ts";

/** The extensions that the pages show in a way of their own. */
const shownApart = new Set([
  "x-assumptions",
  "x-discrepancy",
  "x-enumDescriptions",
  "x-error-codes",
  "x-evidence",
  "x-extensible-enum",
  "x-pattern-description",
  "x-region",
]);

/** All other extensions, as they are: what the contract says for programs is not kept from people. */
export function extensionsOf(value: object): Fact[] {
  return Object.entries(value as Record<string, Json>)
    .filter(([key]) => key.startsWith("x-") && !shownApart.has(key))
    .map(([label, extension]) => ({ label, text: inWords(extension) }));
}

function inWords(value: Json): string {
  if (typeof value !== "object" || value === null) return code(value);
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${inWords(inner)}`)
    .join(", ");
}
