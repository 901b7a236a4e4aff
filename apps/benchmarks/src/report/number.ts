import type { Spread } from "../measure/spread.ts";
import type { Ratio } from "./rows.ts";

const significant = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const twoPlaces = new Intl.NumberFormat("en", { maximumFractionDigits: 2, minimumFractionDigits: 2 });

/** A figure, no more exact than is of use. */
export function formatFigure(figure: number): string {
  return significant.format(figure);
}

/** Between which most figures lie; nothing when all are the same. */
export function formatRange({ high, low }: Spread): string {
  return low === high ? "" : `${formatFigure(low)} to ${formatFigure(high)}`;
}

/** A ratio with its interval, or with all between which it was when there were few rounds. */
export function formatRatio({ fewRounds, high, low, median }: Ratio): string {
  const format = (ratio: number): string => (ratio < 10 ? twoPlaces.format(ratio) : formatFigure(ratio));
  const said = [
    ...(low === high ? [] : [`${format(low)} to ${format(high)}`]),
    ...(fewRounds === undefined ? [] : [`${fewRounds} ${fewRounds === 1 ? "round" : "rounds"}`]),
  ];
  return said.length === 0 ? format(median) : `${format(median)} (${said.join(", ")})`;
}
