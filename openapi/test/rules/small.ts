import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/** The small document that keeps every convention. */
export const small = await readFile(new URL("small.yaml", import.meta.url), "utf8");

/** A change of one thing in it. */
export interface Case {
  what: string;
  /** The new value at each JSON Pointer, or `undefined` to take away what stands there. */
  change: Record<string, unknown>;
  /** Files beside the document. */
  files?: Record<string, string>;
  /**
   * Where the rule is to find fault: JSON Pointers, with the name of the file and `#/` before them when it is
   * not the document itself. Absent, when the change keeps the conventions.
   */
  at?: string | string[];
}

/** The small document, changed. */
export function changed(change: Case["change"]): string {
  // By way of JSON: what YAML gives two names is two things then.
  const document = JSON.parse(JSON.stringify(parse(small))) as Record<string, unknown>;
  for (const [pointer, value] of Object.entries(change)) {
    const steps = pointer.split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = steps.pop() ?? "";
    let node = document;
    for (const step of steps) {
      if (typeof node[step] !== "object") throw new Error(`${pointer}: the small document has no ${step}`);
      node = node[step] as Record<string, unknown>;
    }
    if (value !== undefined) node[last] = value;
    else if (last in node) delete node[last];
    else throw new Error(`${pointer}: the small document has no ${last}`);
  }
  return JSON.stringify(document);
}

// Places and parts of the small document.
export const get = "paths/~1v1~1{project_id}~1things/get";
export const post = "paths/~1v1~1{project_id}~1things/post";
export const failure = "components/responses/Failure";
export const thing = "components/schemas/Thing";
export const requestId = { $ref: "#/components/headers/RequestId" };
/** A property that keeps every convention. */
export const property = { description: "A.", type: "string", examples: ["a"] };

/** A property that refers to a file, and that file. */
export function inFile(path: string, text: string, part = ""): Pick<Case, "change" | "files"> {
  return { change: { [`${thing}/properties/label`]: { $ref: path + part } }, files: { [path]: text } };
}
