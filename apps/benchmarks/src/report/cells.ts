import type { Comparison } from "../benchmark.ts";
import { formatFigure, formatRange, formatRatio } from "./number.ts";
import { type Row, rowsOf } from "./rows.ts";

/** A comparison as cells of text: a heading, then a row each. */
export function cellsOf(comparison: Comparison): [heading: string[], ...rows: string[][]] {
  const rows = rowsOf(comparison);
  const ours = rows.find(({ entry, figures }) => entry.kind === "ours" && figures !== undefined);
  const heading = ["who", comparison.unit.name, "half of the rounds", `times ${ours?.entry.name ?? "ours"}`];
  return [heading, ...rows.map((row) => cellsOfRow(row))];
}

function cellsOfRow({ entry, figures, ratio }: Row): string[] {
  const name = entry.version === undefined ? entry.name : `${entry.name} ${entry.version}`;
  if ("missing" in entry) return [name, "missing", entry.missing, ""];
  return [
    name,
    formatFigure(figures!.median),
    formatRange(figures!),
    ratio === undefined ? "1" : formatRatio(ratio),
  ];
}
