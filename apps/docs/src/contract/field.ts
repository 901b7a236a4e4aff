import type { Phrase } from "../words/en.ts";
import type { Header, Json, Parameter, Schema } from "./bundle.ts";
import { extensionsOf } from "./extensions.ts";
import { factsOf, textOf, typeOf, type Fact } from "./facts.ts";
import { notesAt, type Notes } from "./notes.ts";
import { descriptionsOf, inside, pointersOf, type Part } from "./part.ts";

/** A word that a value may be, and what it means. */
export interface Word {
  word: string;
  description?: string;
}

/** A value that goes over the wire and has a place on a page: a parameter, a header, a body, a property. */
export interface Field {
  name: string;
  /** The ID of its place on the page. */
  id: string;
  required: boolean;
  type: string;
  /** The nearest first; those after it come from what it refers to. */
  descriptions: string[];
  facts: Fact[];
  words: Word[];
  /** Whether words may come that are not listed. */
  open: boolean;
  examples: Json[];
  notes: Notes;
  /** What each item of an array is. */
  item?: Field;
  properties: Field[];
  /** All places of the bundle that it shows, as JSON Pointers. */
  pointers: string[];
}

/** Reads a schema, and all within it. */
export function fieldOf(schema: Part<Schema>, name: string, id: string, required: boolean): Field {
  const { value } = schema;
  const words = value["x-extensible-enum"] ?? value.enum ?? [];
  const item = value.items === undefined ? undefined : fieldOf(inside(schema, "items"), name, id, true);
  return {
    name,
    id,
    required,
    type: typeOf(value, item?.type),
    descriptions: descriptionsOf(schema),
    facts: [...factsOf(value), ...extensionsOf(value)],
    words: words.map((word) => ({ word: textOf(word), ...describe(value, word) })),
    open: value["x-extensible-enum"] !== undefined,
    examples: value.examples ?? [],
    notes: notesAt(pointersOf(schema)),
    ...(item === undefined ? {} : { item }),
    properties: Object.keys(value.properties ?? {}).map((key) =>
      fieldOf(inside(schema, "properties", key), key, `${id}.${key}`, value.required?.includes(key) === true),
    ),
    pointers: pointersOf(schema),
  };
}

/** Reads a parameter or a header: what it says itself lies over what its schema says. */
export function wrappedField(outer: Part<Parameter | Header>, name: string, id: string): Field {
  const { value } = outer;
  const field = fieldOf(inside(outer, "schema"), name, id, value.required === true);
  const pointers = [...pointersOf(outer), ...field.pointers];
  return {
    ...field,
    descriptions: [...new Set([...descriptionsOf(outer), ...field.descriptions])],
    facts: [...field.facts, ...sending(value)],
    examples: distinct([...(value.example === undefined ? [] : [value.example]), ...field.examples]),
    notes: notesAt(pointers),
    pointers,
  };
}

/** A field and all fields within it. */
export function allFields(field: Field): Field[] {
  const inner = [...(field.item === undefined ? [] : [field.item]), ...field.properties];
  return [field, ...inner.flatMap(allFields)];
}

function sending(value: Parameter | Header): Fact[] {
  if (!("style" in value) || value.style === undefined) return [];
  const style = `\`${value.style}\``;
  const text: Phrase = value.explode === true ? ({ oneKeyForEach }) => oneKeyForEach(style) : style;
  return [{ label: ({ rules }) => rules.style, text }];
}

function describe(schema: Schema, word: Json): { description?: string } {
  const description = schema["x-enumDescriptions"]?.[textOf(word)];
  return description === undefined ? {} : { description };
}

function distinct(values: Json[]): Json[] {
  const texts = values.map((value) => JSON.stringify(value));
  return values.filter((_, index) => texts.indexOf(texts[index] ?? "") === index);
}
