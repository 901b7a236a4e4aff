import { checkExamples } from "../exchange/check-examples.ts";
import { type Problem } from "../exchange/problem.ts";
import { describeFinding } from "@mpc-contract/validator/engine";
import type { Contract } from "../contract/contract.ts";
import { checkRecordings } from "../recording/check-recordings.ts";
import { type Format, formats, reportCheck } from "../report/report-check.ts";
import { readContract } from "../read-contract.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const check: Command = {
  summary: "checks recorded exchanges against the contract",
  usage: `mpc-contract check [--api DOCUMENT] [--format ${formats.join("|")}] FILE…

FILE is a HAR (.har), one exchange a line (.ndjson), or a file of exchanges (.yaml, .json).
The examples of the contract itself are checked, too.`,
  options: { format: { type: "string" } },
  async run({ api, files, values }, { palette, progress, write }) {
    const format = (values["format"] ?? "text") as Format;
    if (!formats.includes(format))
      throw new UsageError(`--format: "${format}" is none of ${formats.join(", ")}`);
    const contract = await readContract(api);
    const summary = await checkRecordings(contract, files, {
      onProgress: (done) => progress(`${done.toLocaleString("en")} exchanges`),
    });
    const examples = exampleProblems(contract);
    summary.problems.unshift(...examples);
    summary.found += examples.length;
    summary.wrong += examples.length;
    for (const { contract: place, in: side, rule } of examples)
      summary.counts.set(`${side} ${rule} ${place} `, 1);
    write(reportCheck(summary, format, palette));
    return summary.found > 0 ? 1 : 0;
  },
};

/** The examples of the contract that do not keep their own schemas. */
function exampleProblems(contract: Contract): Problem[] {
  return checkExamples(contract).flatMap(({ findings, kind, place }) =>
    findings.map((finding) => ({
      exchange: `${contract.locate(place) || place} (${kind} of the contract)`,
      in: "response" as const,
      at: finding.at === "" ? "/" : finding.at,
      rule: finding.rule,
      message: describeFinding({ in: "response", ...finding }).replace(/^.*?: /, ""),
      contract: finding.contract,
      source: contract.locate(finding.contract),
    })),
  );
}
