import type { Contestant, Entry } from "../benchmark.ts";
import { takeTurns } from "./take-turns.ts";

/** One that is measured once for several figures. */
export interface Figured<Figure extends string> extends Contestant {
  measure: () => Promise<Record<Figure, number>>;
}

/** Measures all in turn as `takeTurns` does, and gives what was measured by figure. */
export async function takeTurnsOf<Figure extends string>(
  all: Figured<Figure>[],
  rounds: number,
  warmUps?: number,
): Promise<(figure: Figure) => Entry[]> {
  const measured = new Map(all.map(({ name }) => [name, [] as Record<Figure, number>[]]));
  const entries = await takeTurns(
    all.map((one) => ({
      ...one,
      measure: async () => measured.get(one.name)!.push(await one.measure()),
    })),
    rounds,
    warmUps,
  );
  return (figure) =>
    entries.map((entry) => {
      if (!("figures" in entry)) return entry;
      // Without the rounds that warmed up.
      const counted = measured.get(entry.name)!.slice(-entry.figures.length);
      return { ...entry, figures: counted.map((figures) => figures[figure]) };
    });
}
