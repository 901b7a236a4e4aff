import { candidatesFor, textsOf } from "../contract/candidates.ts";
import { schemaAt } from "../contract/compile-schemas.ts";
import type { Contract } from "../contract/contract.ts";
import type { Json, Place } from "../document/json.ts";

/**
 * Looks for a value that a schema and its mutant do not agree on.
 *
 * @param place The schema in which the mutation is.
 * @returns The value, and whether the contract admits it; nothing when none was found.
 */
export function tellApart(
  contract: Contract,
  mutant: Contract,
  place: Place,
): { value: Json; admitted: boolean } | undefined {
  const before = contract.schemas.compile(schemaAt(place), "strict");
  const after = mutant.schemas.compile(schemaAt(place), "strict");
  for (const value of [
    ...candidatesFor(contract.root, place),
    ...textsOf(contract.root, place),
    ...textsOf(mutant.root, place),
  ]) {
    const admitted = before(value).length === 0;
    if (admitted !== (after(value).length === 0)) return { value, admitted };
  }
  return undefined;
}
