import { allFields } from "../contract/field.ts";
import { errorCodes } from "../contract/error-code.ts";
import { operations, type OperationPart } from "../contract/operation.ts";
import { unescape } from "../contract/part.ts";
import { schemes } from "../contract/security.ts";
import { servers } from "../contract/server.ts";
import type { Phrase } from "../words/en.ts";
import type { Links } from "./links.ts";

/** A place on a page that shows a part of the contract. */
export interface Place {
  /** Its page in a language. */
  page: (links: Links) => string;
  title: Phrase;
  /** Where on the page: the ID of the place. */
  id: string;
}

/** The places that show what stands at a JSON Pointer of the bundle. */
export function placesOf(pointer: string): Place[] {
  return places.get(pointer) ?? [];
}

/** What stands at a JSON Pointer, in a few words: a component by its name, all else by its place. */
export function subjectOf(pointer: string): Phrase {
  const [, components, , ...names] = pointer.split("/");
  if (components === "components") return names.filter((name) => name !== "properties").join(".");
  return placesOf(pointer)[0]?.title ?? pointer;
}

/** The nearest part around a JSON Pointer that a page shows, and the first place of it; no place when none does. */
export function nearestTo(pointer: string): { subject: Phrase; place?: Place } {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const [place] = placesOf(at);
    // What an extension or the schema of a parameter holds is part of what it stands at.
    const part = at.replace(/\/x-.*$|(?<!\/properties)\/schema$/, "");
    if (place !== undefined) return { subject: subjectOf(part), place };
  }
  const [, first = "", path = "", method = ""] = pointer.split("/").map(unescape);
  return { subject: first === "paths" && path !== "" ? `${method.toUpperCase()} ${path}`.trim() : first };
}

interface Shown {
  id: string;
  pointers: string[];
}

const places = new Map<string, Place[]>();

for (const operation of operations) {
  add((links) => links.operation(operation.id), operation.summary, shownBy(operation));
}
add(
  ({ authentication }) => authentication,
  ({ authentication }) => authentication.title,
  [...schemes, { id: "", pointers: ["/security"] }],
);
add(
  ({ endpoints }) => endpoints,
  ({ endpoints }) => endpoints.title,
  servers,
);
add(
  ({ errors }) => errors,
  ({ errors }) => errors.title,
  [
    { id: "", pointers: errorCodes.pointers },
    ...errorCodes.codes.map(({ code }) => ({ id: code, pointers: pointersOfWord(code) })),
  ],
);

function add(page: Place["page"], title: Phrase, shown: Shown[]): void {
  for (const { id, pointers } of shown) {
    for (const pointer of pointers) {
      const known = places.get(pointer) ?? [];
      if (known.some((place) => place.title === title && place.id === id)) continue;
      places.set(pointer, [...known, { page, title, id }]);
    }
  }
}

/** The address of a place. */
export function addressOf({ page, id }: Place, links: Links): string {
  return id === "" ? page(links) : `${page(links)}#${id}`;
}

/** Where the schema of the error codes speaks of one of them. */
function pointersOfWord(code: string): string[] {
  const lists = ["x-extensible-enum", "x-enumDescriptions", "x-error-codes"];
  return errorCodes.pointers.flatMap((schema) => lists.map((list) => `${schema}/${list}/${code}`));
}

function shownBy(operation: OperationPart): Shown[] {
  const { parameters, requestBody, responses } = operation;
  const groups = responses.groups.flatMap((group) => [
    ...group,
    ...group.flatMap((response) => response.headers),
    ...(group[0]?.content === undefined ? [] : allFields(group[0].content.body)),
  ]);
  return [
    { id: "", pointers: operation.pointers },
    ...parameters.flatMap(allFields),
    ...(requestBody === undefined ? [] : allFields(requestBody.content.body)),
    ...responses.headers,
    ...groups,
  ];
}
