import type { Entry } from "../benchmark.ts";

/** The same entries with what else was measured in their rounds, by their names. */
export function entriesBy(entries: Entry[], measured: Map<string, number[]>): Entry[] {
  return entries.map((entry) =>
    // Rounds that warm up are not counted.
    "figures" in entry
      ? { ...entry, figures: measured.get(entry.name)!.slice(-entry.figures.length) }
      : entry,
  );
}
