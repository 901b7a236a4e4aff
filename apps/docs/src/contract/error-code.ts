import { bundle, type Schema } from "./bundle.ts";
import { notesAt, type Notes } from "./notes.ts";
import { descriptionsOf, part, pointersOf } from "./part.ts";

interface ErrorCode {
  /** The code, which is also the ID of its place on the page. */
  code: string;
  /** The case in which it is given, as one word. */
  when: string;
  message: string;
  /** The statuses it comes with; none when it does not come as the answer to a call. */
  statuses: number[];
  /** What it comes of. */
  cause: string;
  /** What to do about it. */
  mend: string;
}

interface ErrorCodes {
  descriptions: string[];
  codes: ErrorCode[];
  notes: Notes;
  pointers: string[];
}

/** The error codes: the one schema that says of its words with which status and message they come. */
export const errorCodes: ErrorCodes = readErrorCodes();

function readErrorCodes(): ErrorCodes {
  const name = Object.entries(bundle.components.schemas).find(([, schema]) => "x-error-codes" in schema)?.[0];
  if (name === undefined) throw new Error("No schema of the contract has x-error-codes");
  const schema = part<Schema>(`/components/schemas/${name}`);
  const { "x-error-codes": details = {}, "x-enumDescriptions": meanings = {} } = schema.value;
  return {
    descriptions: descriptionsOf(schema),
    codes: Object.entries(details).map(([code, detail]) => ({
      code,
      ...detail,
      cause: meanings[code] ?? "",
    })),
    notes: notesAt(pointersOf(schema)),
    pointers: pointersOf(schema),
  };
}
