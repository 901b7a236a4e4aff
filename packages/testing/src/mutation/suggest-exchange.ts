import { type Contract, createContract } from "../contract/contract.ts";
import { type JsonObject, type Place, keysOf, withValue } from "../document/json.ts";
import type { Mutation } from "./mutation.ts";
import { tellApart } from "./tell-apart.ts";

/** Says which exchange would have noticed a fault. */
export function suggestExchange(contract: Contract, { changed, kind, place, value }: Mutation): string {
  const schema = schemaOf(changed);
  const told =
    schema === undefined || kind === "example changed" || kind === "default changed"
      ? undefined
      : tellApart(contract, mutantOf(contract, changed, value), schema);
  if (told) {
    const text = JSON.stringify(told.value);
    const short = text.length > 100 ? `${text.slice(0, 99)}…` : text;
    return told.admitted
      ? `add an exchange that holds ${short} there, which the contract admits and the mutant does not`
      : `add an exchange that "breaks" this with ${short}, which the mutant admits`;
  }
  return hints[kind] ?? `add an exchange that shows ${keysOf(place).slice(-2).join(" ")}`;
}

const hints: Partial<Record<Mutation["kind"], string>> = {
  "default changed":
    'add an exchange whose request lacks the value, and whose "defaults" give the one that the service took',
  "example changed": "add an exchange in which the example stands as it is",
  "status dropped": "add an exchange with that status, and let no wider one say the same",
  "header dropped": "add an exchange whose response has the header",
  "security changed": 'add an exchange that "breaks" the security by lacking these credentials alone',
  "security dropped": 'add an exchange that "breaks" the security by having no credentials',
};

/** The schema that a place is a keyword of, if it is one. */
function schemaOf(place: Place): Place | undefined {
  return /\/(?:schema|schemas\/[^/]+)\//.test(place) ? place.slice(0, place.lastIndexOf("/")) : undefined;
}

function mutantOf(contract: Contract, changed: Place, value: Mutation["value"]): Contract {
  return createContract({ ...contract, root: withValue(contract.root, changed, value) as JsonObject });
}
