import type { Comparison, Entry } from "../benchmark.ts";
import { spreadOf } from "../measure/spread.ts";

/** How many times as long each step takes with the larger of two documents. */
export function growthBetween(title: string, less: Comparison[], more: Comparison[]): Comparison {
  const smaller = new Map(less.flatMap(({ entries }) => entries.map((entry) => [entry.name, entry])));
  return {
    title,
    unit: { name: "times as long", better: "less" },
    same: "the medians of the tables above",
    entries: more.flatMap(({ entries }) =>
      entries.map((entry): Entry => {
        const before = smaller.get(entry.name)!;
        if (!("figures" in entry) || !("figures" in before)) return entry;
        return { ...entry, figures: [spreadOf(entry.figures).median / spreadOf(before.figures).median] };
      }),
    ),
  };
}
