import { STATUS_CODES } from "node:http";
import type { Phrase, Words } from "../words/en.ts";
import type { Header, Operation, Response } from "./bundle.ts";
import { contentOf, type Content } from "./content.ts";
import { extensionsOf } from "./extensions.ts";
import type { Fact } from "./facts.ts";
import { wrappedField, type Field } from "./field.ts";
import { notesAt, type Notes } from "./notes.ts";
import { descriptionsOf, inside, pointersOf, type Part } from "./part.ts";

interface ResponsePart {
  /** A status, or `default`. */
  status: string;
  /** The phrase of HTTP for it. */
  phrase: Phrase;
  id: string;
  descriptions: string[];
  facts: Fact[];
  /** The headers that not every response of the operation has. */
  headers: Field[];
  content?: Content;
  notes: Notes;
  pointers: string[];
}

export interface Responses {
  /** The headers that every response has. */
  headers: Field[];
  /** The responses, those with a body of one shape together. */
  groups: ResponsePart[][];
}

/** Reads the responses of an operation, and says once what several of them share. */
export function responsesOf(operation: Part<Operation>): Responses {
  const parts = Object.keys(operation.value.responses).map((status) => ({
    status,
    response: inside<Response>(operation, "responses", status),
  }));
  const shared = sharedHeaders(parts.map(({ response }) => response));
  const responses = parts.map(({ status, response }) => {
    const id = `response.${status}`;
    const content = contentOf(response, id, true);
    return {
      status,
      phrase: STATUS_CODES[status] ?? ((words: Words) => words.operation.anyOtherStatus),
      id,
      descriptions: descriptionsOf(response),
      facts: extensionsOf(response.value),
      headers: Object.entries(headersOf(response))
        .filter(([name]) => !(name in shared))
        .map(([name, header]) => wrappedField(header, name, `${id}.header.${name}`)),
      ...(content === undefined ? {} : { content }),
      notes: notesAt(pointersOf(response)),
      pointers: pointersOf(response),
    };
  });
  const groups = Object.groupBy(responses, ({ content, status }) => content?.shape ?? status);
  return {
    headers: Object.entries(shared).map(([name, header]) => wrappedField(header, name, `header.${name}`)),
    // An object puts keys that look like numbers first, so the order is that of the first in each group.
    groups: responses.flatMap((response) => {
      const group = groups[response.content?.shape ?? response.status] ?? [];
      return group[0] === response ? [group] : [];
    }),
  };
}

function sharedHeaders(responses: Part<Response>[]): Record<string, Part<Header>> {
  const [first, ...others] = responses.map(headersOf);
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([name, header]) =>
      others.every((headers) => {
        const other = headers[name];
        return other !== undefined && pointersOf(other).at(-1) === pointersOf(header).at(-1);
      }),
    ),
  );
}

function headersOf(response: Part<Response>): Record<string, Part<Header>> {
  const names = Object.keys(response.value.headers ?? {});
  return Object.fromEntries(names.map((name) => [name, inside<Header>(response, "headers", name)]));
}
