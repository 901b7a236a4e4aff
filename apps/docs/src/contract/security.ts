import type { Phrase, Words } from "../words/en.ts";
import { bundle, type SecurityScheme } from "./bundle.ts";
import { extensionsOf } from "./extensions.ts";
import { code, type Fact } from "./facts.ts";
import { notesAt, type Notes } from "./notes.ts";
import { descriptionsOf, part, pointersOf } from "./part.ts";

export interface SchemePart {
  /** Its name in the contract, which is also the ID of its place on the page. */
  id: string;
  /** What carries it: the name of a header, or the scheme within `Authorization`. */
  name: string;
  /** What kind it is. */
  kind: Phrase;
  descriptions: string[];
  facts: Fact[];
  notes: Notes;
  pointers: string[];
}

/** The security schemes, in the order of the contract. */
export const schemes: SchemePart[] = Object.keys(bundle.components.securitySchemes).map((id) => {
  const scheme = part<SecurityScheme>(`/components/securitySchemes/${id}`);
  const { type, in: place, name, scheme: httpScheme } = scheme.value;
  return {
    id,
    name: name ?? httpScheme ?? id,
    kind: ({ authentication }: Words) => authentication.schemeIn(type, place, code(id)),
    descriptions: descriptionsOf(scheme),
    facts: extensionsOf(scheme.value),
    notes: notesAt(pointersOf(scheme)),
    pointers: pointersOf(scheme),
  };
});

/** The scheme of a name. */
export function schemeNamed(id: string): SchemePart {
  const scheme = schemes.find((scheme) => scheme.id === id);
  if (scheme === undefined) throw new Error(`The contract has no security scheme ${id}`);
  return scheme;
}
