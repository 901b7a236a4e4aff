import type { Spread } from "../measure/spread.ts";

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

/** A ratio with its interval. */
export function formatRatio({ high, low, median }: Spread): string {
  const format = (ratio: number): string => (ratio < 10 ? twoPlaces.format(ratio) : formatFigure(ratio));
  return low === high ? format(median) : `${format(median)} (${format(low)} to ${format(high)})`;
}
