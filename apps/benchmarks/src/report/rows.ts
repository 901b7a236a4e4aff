import type { Comparison, Entry } from "../benchmark.ts";
import { type Spread, ratioOf, roundsForInterval, spreadOf } from "../measure/spread.ts";

/** How many times the figures of one are those of another. */
export interface Ratio extends Spread {
  /** Of how many rounds, where they are too few for an interval. */
  fewRounds?: number;
}

/** A contestant as a report shows it. */
export interface Row {
  entry: Entry;
  figures?: Spread;
  /** How many times that of ours; absent for ours itself, and where there is none to compare with. */
  ratio?: Ratio;
  /** Whether it is ahead of ours with all of the interval of its ratio. A limit never is: nobody gets there. */
  ahead: boolean;
}

/** What a comparison found, a contestant a row. */
export function rowsOf({ counted, entries, unit }: Comparison): Row[] {
  const ours = entries.find((entry) => entry.kind === "ours" && "figures" in entry);
  return entries.map((entry) => {
    if (!("figures" in entry)) return { entry, ahead: false };
    const figures = spreadOf(entry.figures);
    if (ours === undefined || !("figures" in ours) || entry === ours) return { entry, figures, ahead: false };
    const rounds = entry.figures.length;
    const ratio: Ratio = {
      ...ratioOf(entry.figures, ours.figures),
      ...(counted !== true && rounds < roundsForInterval && { fewRounds: rounds }),
    };
    const better = unit.better === "less" ? ratio.high < 1 : ratio.low > 1;
    return { entry, figures, ratio, ahead: entry.kind === "peer" && better };
  });
}
