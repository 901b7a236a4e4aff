import type { Problem } from "../exchange/problem.ts";
import { type CheckSummary, keyOf } from "../recording/check-recordings.ts";
import { type Palette, count, plain } from "./terminal.ts";

export type Format = "text" | "json" | "junit" | "sarif" | "github";
export const formats: readonly Format[] = ["text", "json", "junit", "sarif", "github"];

/** Writes what a check came to, in a form for people or for a program. */
export function reportCheck(summary: CheckSummary, format: Format, palette: Palette): string {
  switch (format) {
    case "text":
      return asText(summary, palette);
    case "json":
      return asJson(summary);
    case "junit":
      return asJUnit(summary);
    case "sarif":
      return asSarif(summary);
    case "github":
      return summary.problems.map(asAnnotation).join("\n");
  }
}

/** A problem once for each rule, with the first exchange that has it. */
function asText(summary: CheckSummary, { bold, dim, green, red }: Palette): string {
  const lines: string[] = [];
  const told = new Set<string>();
  for (const problem of summary.problems) {
    const key = keyOf(problem);
    if (told.has(key)) continue;
    told.add(key);
    const times = summary.counts.get(key)!;
    lines.push(
      `${red("✗")} ${bold(plain(problem.exchange))}${times > 1 ? `  and ${times - 1} more` : ""}`,
      `  ${problem.operation ?? "no operation"}  ${problem.in} ${plain(problem.at)}`,
      `  ${plain(problem.message)}`,
      `  ${dim(`${problem.rule}  ${problem.source === "" ? problem.contract : problem.source}`)}`,
      "",
    );
  }
  const { exchanges, found, wrong } = summary;
  const checked = `${count(exchanges, "exchange")} checked`;
  lines.push(
    wrong === 0
      ? `${green("✓")} ${checked}, ${exchanges === 1 ? "it is" : "all are"} as the contract says`
      : `${red("✗")} ${checked}, ${count(found, "finding")} in ${wrong.toLocaleString("en")} of them`,
  );
  return lines.join("\n");
}

function asJson({ exchanges, found, problems, wrong }: CheckSummary): string {
  return JSON.stringify({ exchanges, wrong, found, problems }, undefined, 2);
}

const xml = (text: string): string =>
  // XML has no way to write most control characters.
  plain(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function asJUnit({ exchanges, problems, wrong }: CheckSummary): string {
  const byExchange = Map.groupBy(problems, ({ exchange }) => exchange);
  const cases = [...byExchange].map(([exchange, own]) => {
    const failures = own.map(
      ({ at, in: side, message, rule, source }) =>
        `<failure type="${xml(rule)}" message="${xml(`${side} ${at}: ${message}`)}">${xml(source)}</failure>`,
    );
    return `    <testcase classname="contract" name="${xml(exchange)}">${failures.join("")}</testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<testsuites>",
    `  <testsuite name="contract" tests="${exchanges}" failures="${wrong}">`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
  ].join("\n");
}

function asSarif({ problems }: CheckSummary): string {
  const rules = [...new Set(problems.map(({ rule }) => rule))];
  return JSON.stringify(
    {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "mpc-contract", rules: rules.map((id) => ({ id })) } },
          results: problems.map((problem) => ({
            ruleId: problem.rule,
            level: "error",
            message: { text: `${problem.in} ${problem.at}: ${problem.message} (${problem.contract})` },
            locations: [locationOf(problem)],
          })),
        },
      ],
    },
    undefined,
    2,
  );
}

/** The exchange, at the line that its name ends with. */
function locationOf({ exchange }: Problem): object {
  const [, file = exchange, line] = /^(.*?)(?:[:#](\d+))?$/.exec(exchange.replace(/ .*$/, "")) ?? [];
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(file) },
      region: { startLine: exchange.includes(":") && line !== undefined ? Number(line) : 1 },
    },
  };
}

function asAnnotation(problem: Problem): string {
  const escape = (text: string): string => plain(text).replaceAll("%", "%25");
  const property = (text: string): string => escape(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const [, file = problem.exchange, line = "1"] =
    /^(.*?)(?::(\d+))?$/.exec(problem.exchange.replace(/ .*$/, "")) ?? [];
  return `::error file=${property(file)},line=${line},title=${property(problem.rule)}::${escape(`${problem.in} ${problem.at}: ${problem.message}`)}`;
}
