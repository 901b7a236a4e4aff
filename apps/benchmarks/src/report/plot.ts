import type { Comparison } from "../benchmark.ts";
import type { Spread } from "../measure/spread.ts";
import { formatRatio } from "./number.ts";
import { type Row, rowsOf } from "./rows.ts";

const [width, left, right, line] = [760, 250, 110, 22];

/** Within the range of a plot, where a ratio stands. */
type Place = (ratio: number) => number;

/**
 * The comparisons of a benchmark as one drawing: a point for each that is not ours, at how many times of ours it needs,
 * or how many times less it gets done, with its interval. To the right of the line all are worse than ours.
 */
export function plotOf(comparisons: Comparison[]): string | undefined {
  const panels = comparisons
    .map((comparison) => ({ title: comparison.title, points: pointsOf(comparison) }))
    .filter(({ points }) => points.length > 0);
  if (panels.length === 0) return undefined;
  const spreads = panels.flatMap(({ points }) => points.map(({ cost }) => cost));
  const ticks = ticksBetween(
    Math.min(1, ...spreads.map(({ low }) => low)),
    Math.max(1, ...spreads.map(({ high }) => high)),
  );
  const [least, most] = [ticks[0]!, ticks.at(-1)!];
  const place: Place = (ratio) =>
    left + ((width - left - right) * Math.log(ratio / least)) / Math.log(most / least);
  let top = 8;
  const drawn = panels.map(({ points, title }) => {
    const heading = text(8, top + 14, title, `font-weight="600"`);
    top += line;
    const lines = ticks.map(
      (tick) =>
        `<path d="M${x(place(tick))} ${top}v${points.length * line}" opacity="${tick === 1 ? 0.9 : 0.15}"/>`,
    );
    const rows = points.map((point) => {
      top += line;
      return drawPoint(point, top - line / 2, place);
    });
    top += 10;
    return [heading, ...lines, ...rows].join("\n");
  });
  const axis = ticks.map((tick) =>
    text(place(tick), top + 10, tick === 1 ? "ours" : `${tick}×`, `text-anchor="middle"`),
  );
  const height = top + 38;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="currentColor" stroke="currentColor">
<style>svg:root{color:#1f2328}@media(prefers-color-scheme:dark){svg:root{color:#e6edf3}}text{stroke:none}</style>
${axis.join("\n")}
${text((left + width - right) / 2, top + 30, "● a peer   ○ ours in another way, or a limit   to the right of the line: worse than ours", `text-anchor="middle" opacity="0.7"`)}
${drawn.join("\n")}
</svg>
`;
}

/** One of the others, and what it costs in terms of ours. */
interface Point extends Row {
  cost: Spread;
}

function pointsOf(comparison: Comparison): Point[] {
  return rowsOf(comparison).flatMap((row) => {
    const { ratio } = row;
    if (ratio === undefined || !(ratio.low > 0) || !Number.isFinite(ratio.high)) return [];
    const cost =
      comparison.unit.better === "less"
        ? ratio
        : { median: 1 / ratio.median, low: 1 / ratio.high, high: 1 / ratio.low };
    return [{ ...row, cost }];
  });
}

function drawPoint({ cost, entry }: Point, y: number, place: Place): string {
  const at = place(cost.median);
  const mark =
    entry.kind === "peer"
      ? `<circle cx="${x(at)}" cy="${y}" r="4"/>`
      : `<circle cx="${x(at)}" cy="${y}" r="4" fill="none"/>`;
  return [
    text(left - 12, y + 4, entry.name, `text-anchor="end"`),
    `<path d="M${x(place(cost.low))} ${y}H${x(place(cost.high))}" opacity="0.6"/>`,
    mark,
    text(
      width - 4,
      y + 4,
      `${formatRatio({ median: cost.median, low: cost.median, high: cost.median })}×`,
      `text-anchor="end" opacity="0.8"`,
    ),
  ].join("");
}

/** Round numbers from one that is not above the least to one that is not below the most. */
function ticksBetween(least: number, most: number): number[] {
  const powers = Array.from({ length: 19 }, (_, index) => index - 9);
  const all = powers.flatMap((power) => [1, 2, 5].map((step) => Number(`${step}e${power}`)));
  const within = all.slice(
    all.findLastIndex((tick) => tick <= least),
    all.findIndex((tick) => tick >= most) + 1,
  );
  if (within.length < 2) return [0.5, 1, 2];
  // As many as there is room for.
  return within.length > 9
    ? within.filter(
        (tick) => Number.isInteger(Math.log10(tick)) || tick === within[0] || tick === within.at(-1),
      )
    : within;
}

function text(at: number, y: number, content: string, attributes: string): string {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${x(at)}" y="${y}" ${attributes}>${escaped}</text>`;
}

function x(value: number): string {
  return value.toFixed(1);
}
