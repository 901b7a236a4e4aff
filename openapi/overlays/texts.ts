import type { Json } from "../generate/index.ts";
import { escape } from "../source/claims.ts";

/** What holds a text for people, wherever it stands in the contract. */
const keywords = new Set([
  "title",
  "summary",
  "description",
  "x-displayName",
  "x-pattern-description",
  "question",
  "documented",
  "observed",
  "decision",
  "mend",
]);

/** What goes over the wire as it is, and is never translated. */
const values = new Set(["example", "value", "default", "enum", "const"]);

/** The contract, as a translator sees it. */
export interface Texts {
  /** The JSON Pointer of each object and list. */
  pointers: Map<Json, string>;
  /** Every text for people, by its JSON Pointer. */
  texts: Map<string, string>;
}

export function textsOf(contract: Json): Texts {
  const pointers = new Map<Json, string>();
  const texts = new Map<string, string>();

  function read(node: Json, pointer: string, within: string) {
    if (typeof node !== "object" || node === null) return;
    pointers.set(node, pointer);
    for (const [key, value] of Object.entries(node)) {
      const place = `${pointer}/${escape(key)}`;
      if (typeof value === "string") {
        if (keywords.has(key) || within === "x-enumDescriptions") texts.set(place, value);
      } else if (!isWire(key, value, within)) {
        read(value, place, key);
      }
    }
  }

  read(contract, "", "");
  return { pointers, texts };
}

/** The keys below `properties` and `responses` are names, which may be those of keywords. */
function isWire(key: string, value: Json, within: string): boolean {
  if (within === "properties" || within === "responses") return false;
  return values.has(key) || (key === "examples" && Array.isArray(value));
}
