import { writeFile } from "node:fs/promises";
import { checkRecordings } from "../recording/check-recordings.ts";
import { reportCheck } from "../report/report-check.ts";
import { coverageAsJson, reportCoverage, shareSeen } from "../report/report-coverage.ts";
import { coverageAsHtml } from "../report/coverage-page.ts";
import { readContract } from "../read-contract.ts";
import { type Command, readFloor } from "./command.ts";

export const coverage: Command = {
  summary: "shows which parts of the contract the exchanges have exercised",
  usage: `mpc-contract coverage [--api DOCUMENT] [--floor PERCENT] [--json FILE] [--html FILE] FILE…

A part counts as kept when a message that is right has it, and as broken when one that is wrong breaks it.
Less than PERCENT is a finding, 100 when not said; so is an exchange that is not as it should be.`,
  options: { floor: { type: "string" }, json: { type: "string" }, html: { type: "string" } },
  async run({ api, files, values }, { palette, progress, write }) {
    const floor = readFloor(values["floor"]);
    const contract = await readContract(api);
    const summary = await checkRecordings(contract, files, {
      observe: true,
      onProgress: (done) => progress(`${done.toLocaleString("en")} exchanges`),
    });
    const seen = summary.coverage!;
    if (values["json"] !== undefined)
      await writeFile(String(values["json"]), coverageAsJson(seen, contract.locate));
    if (values["html"] !== undefined) await writeFile(String(values["html"]), coverageAsHtml(seen, contract));
    write(reportCoverage(seen, contract.locate, palette));
    if (summary.found > 0) write(`\n${reportCheck(summary, "text", palette)}`);
    const enough = shareSeen(seen) * 100 >= floor && (floor < 100 || seen.undocumented.size === 0);
    return enough && summary.found === 0 ? 0 : 1;
  },
};
