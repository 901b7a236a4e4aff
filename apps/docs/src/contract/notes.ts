import { bundle, type AssumptionText, type DiscrepancyText, type Json } from "./bundle.ts";
import { escape } from "./part.ts";

interface Noted {
  /** Where in the bundle, as a JSON Pointer. */
  pointer: string;
  /** The id of the note on the page that lists its kind. */
  id: string;
}

export interface Discrepancy extends Noted, DiscrepancyText {}
export interface Assumption extends Noted, AssumptionText {}

/** Every `x-discrepancy` of the contract, in its order. */
export const discrepancies: Discrepancy[] = [];
/** Every entry of every `x-assumptions` of the contract, in its order. */
export const assumptions: Assumption[] = [];

collect(bundle as unknown as Json, "");

export interface Notes {
  discrepancies: Discrepancy[];
  assumptions: Assumption[];
}

/** The notes that stand at any of these places of the bundle. */
export function notesAt(pointers: string[]): Notes {
  const here = ({ pointer }: Noted) => pointers.includes(pointer);
  return { discrepancies: discrepancies.filter(here), assumptions: assumptions.filter(here) };
}

function collect(value: Json, pointer: string): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    // Dots, so that the ID can stand in a URL as it is.
    const id = pointer.slice(1).replaceAll("~1", "").replace(/[{}]/g, "").replaceAll("/", ".");
    if (key === "x-discrepancy") {
      discrepancies.push({ pointer, id, ...(inner as unknown as DiscrepancyText) });
    } else if (key === "x-assumptions") {
      for (const [index, text] of (inner as unknown as AssumptionText[]).entries()) {
        assumptions.push({ pointer, id: `${id}.${index + 1}`, ...text });
      }
    } else {
      collect(inner, `${pointer}/${escape(key)}`);
    }
  }
}
