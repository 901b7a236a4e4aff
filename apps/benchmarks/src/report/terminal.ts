import { stripVTControlCharacters, styleText } from "node:util";
import type { Comparison } from "../benchmark.ts";
import { cellsOf } from "./cells.ts";

/** A comparison for a terminal: its title, a table, and what was seen to be the same. */
export function terminalTable(comparison: Comparison): string {
  const { same, title, unit } = comparison;
  const [heading, ...rows] = cellsOf(comparison);
  const widths = heading.map((_, column) =>
    Math.max(...[heading, ...rows].map((cells) => cells[column]!.length)),
  );
  const line = (cells: string[]): string =>
    cells
      .map((cell, column) => (column === 1 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join("  ")
      .trimEnd();
  const styled = rows.map((cells, index) => {
    const entry = comparison.entries[index]!;
    const text = `    ${line(cells)}`;
    if ("missing" in entry) return styleText("red", text);
    return entry.kind === "ours" ? styleText("bold", text) : text;
  });
  return [
    `  ${title}  ${styleText("dim", `${unit.better} is better`)}`,
    styleText("dim", `    ${line(heading)}`),
    ...styled,
    styleText("dim", `    Same work: ${same}.`),
  ].join("\n");
}

/** A line that says what is going on. On a terminal it is replaced by what comes next, elsewhere it is not there. */
export function createStatus(): { show: (line: string) => void; clear: () => void } {
  const { stdout } = process;
  let ticking: NodeJS.Timeout | undefined;
  const clear = (): void => {
    clearInterval(ticking);
    if (stdout.isTTY) stdout.write("\r\u001B[K");
  };
  return {
    show(line) {
      if (!stdout.isTTY) return;
      clear();
      const start = performance.now();
      const write = (): void => {
        const seconds = ((performance.now() - start) / 1000).toFixed(0);
        const text = `  … ${line}  ${seconds} s`;
        stdout.write(`\r\u001B[K${stripVTControlCharacters(text).slice(0, stdout.columns - 1)}`);
      };
      write();
      ticking = setInterval(write, 500);
    },
    clear,
  };
}
