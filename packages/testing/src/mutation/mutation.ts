import type { Json, Place } from "../document/json.ts";

/** One fault put into a contract. */
export interface Mutation {
  /** What the fault is made to. */
  place: Place;
  /** The kind of fault, such as `bound moved`. */
  kind: MutationKind;
  /** What it is now, in words: `maximum 100 → 101`. */
  what: string;
  /** The place that changes. */
  changed: Place;
  /** What stands there then; nothing when it is taken away. */
  value: Json | undefined;
}

/** The kinds of faults that are put into a contract. */
export type MutationKind =
  | "type changed"
  | "null allowed"
  | "required dropped"
  | "required added"
  | "bound moved"
  | "bound removed"
  | "word dropped"
  | "word added"
  | "pattern removed"
  | "pattern loosened"
  | "property dropped"
  | "property renamed"
  | "property added"
  | "others allowed"
  | "others refused"
  | "alternative dropped"
  | "default changed"
  | "example changed"
  | "parameter dropped"
  | "parameter renamed"
  | "parameter moved"
  | "parameter added"
  | "style changed"
  | "status dropped"
  | "status changed"
  | "status added"
  | "content type dropped"
  | "content type changed"
  | "content type added"
  | "header dropped"
  | "header renamed"
  | "header added"
  | "body dropped"
  | "security dropped"
  | "security changed"
  | "operation dropped"
  | "method changed"
  | "path changed";

/** A name that no contract has. */
export const strange = "x_mutant";

/** A copy of a map with a key in the place of another. */
export function renamed(map: { [key: string]: Json }, from: string, to: string): { [key: string]: Json } {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key === from ? to : key, value]));
}

/** A copy of a map without a key. */
export function without(map: { [key: string]: Json }, key: string): { [key: string]: Json } {
  return Object.fromEntries(Object.entries(map).filter(([other]) => other !== key));
}
