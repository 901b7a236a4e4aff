import type { Comparison, Result, Results } from "../benchmark.ts";
import { roundsForInterval } from "../measure/spread.ts";
import { cellsOf } from "./cells.ts";
import { formatRatio } from "./number.ts";
import { rowsOf } from "./rows.ts";

const introduction = `# Side by side with the peers

What this project costs, and what one would pick instead, on the same work in the same run on the same machine, in turn, in
several rounds. Written by \`pnpm bench\`; \`pnpm bench NAME\` asks one question again.

- A figure is the median of the rounds; beside it is between which half of them lie.
- What counts is the ratio: the median of the ratios of each round, with the interval in which the true one lies with a
  probability of 95 %, as far as it follows from their order. Of fewer than ${roundsForInterval} rounds there is no such interval: it says
  how many there were, and between which their ratios lie. What is counted rather than timed is the same each time.
- In the plots, what stands to the right of the line is worse than ours. A peer is a full circle; ours in another way, or a
  limit, which nobody gets past, is an empty one.
- Figures of another machine are others.
`;

/** All results as Markdown, with a plot for each that \`plotOf\` gives the path of. */
export function markdownOf(results: Results, plotOf: (name: string) => string | undefined): string {
  return [
    introduction,
    aheadOf(results),
    ...Object.entries(results).map(([name, result]) => sectionOf(name, result, plotOf(name))),
  ].join("\n");
}

/** Where others are ahead, by the reason why. */
function aheadOf(results: Results): string {
  const ahead = Object.values(results).flatMap(({ comparisons, title }) =>
    comparisons.flatMap((comparison) =>
      rowsOf(comparison)
        .filter((row) => row.ahead)
        .map(({ entry, ratio }) => ({
          why: `**${title}.** ${entry.whenAhead ?? "It is not known yet why."}`,
          what: `${comparison.title} (${comparison.unit.name}, ${comparison.unit.better} is better)`,
          who: `${entry.name} ${formatRatio(ratio!)} times ours`,
        })),
    ),
  );
  const lines = [...Map.groupBy(ahead, ({ why }) => why)].map(([why, all]) => {
    const places = [...Map.groupBy(all, ({ what }) => what)].map(
      ([what, those]) => `  - ${what}: ${those.map(({ who }) => who).join(", ")}`,
    );
    return [`- ${why}`, ...places].join("\n");
  });
  return `## Where others are ahead\n\n${lines.join("\n") || "Nowhere."}\n`;
}

function sectionOf(name: string, result: Result, plot: string | undefined): string {
  const { comparisons, failure, machine, measured, question, seconds, title } = result;
  return [
    `## ${title}\n`,
    `${question}\n`,
    ...comparisons.map((comparison) => tableOf(comparison)),
    ...(failure === undefined ? [] : [`**Missing from here on**: ${failure}\n`]),
    ...(plot === undefined ? [] : [`![${title}: how many times ours](${plot})\n`]),
    `\`pnpm bench ${name}\`, ${measured.slice(0, 10)}, ${seconds.toFixed(0)} s, on ${machine}.\n`,
  ].join("\n");
}

function tableOf(comparison: Comparison): string {
  const [heading, ...rows] = cellsOf(comparison);
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    `### ${comparison.title}\n`,
    line(heading),
    "| --- | ---: | --- | --- |",
    ...rows.map((cells, index) =>
      line(comparison.entries[index]!.kind === "ours" ? [`**${cells[0]}**`, ...cells.slice(1)] : cells),
    ),
    `\nOf ${comparison.unit.name}, ${comparison.unit.better} is better. Same work: ${comparison.same}.\n`,
  ].join("\n");
}
