import { writeFile } from "node:fs/promises";
import type { Exchange } from "../exchange/exchange.ts";
import { mutationsOf } from "../mutation/mutations.ts";
import { type Mutant, runMutations } from "../mutation/run-mutations.ts";
import { checkRecordings } from "../recording/check-recordings.ts";
import { readRecording } from "../recording/read-recording.ts";
import { reportCheck } from "../report/report-check.ts";
import { mutantsAsJson, reportMutants, scoreOf } from "../report/report-mutants.ts";
import { readContract } from "../read-contract.ts";
import { type Command, readFloor } from "./command.ts";

export const mutate: Command = {
  summary: "changes the contract one fault at a time, and tells which the exchanges do not notice",
  usage: `mpc-contract mutate [--api DOCUMENT] [--floor PERCENT] [--json FILE] FILE…

A score of less than PERCENT is a finding, 100 when not said.`,
  options: { floor: { type: "string" }, json: { type: "string" } },
  async run({ api, files, values }, { palette, progress, write }) {
    const floor = readFloor(values["floor"]);
    const contract = await readContract(api);
    const summary = await checkRecordings(contract, files);
    if (summary.found > 0) {
      write(reportCheck(summary, "text", palette));
      write("\nThe exchanges must be as they should before faults can be put into the contract.");
      return 1;
    }
    const exchanges: Exchange[] = [];
    for (const file of files) {
      for await (const exchange of readRecording(file)) exchanges.push(exchange);
    }
    const total = [...mutationsOf(contract.root)].length;
    const mutants: Mutant[] = [];
    for (const mutant of runMutations(contract, exchanges)) {
      mutants.push(mutant);
      if (mutants.length % 20 === 0) progress(`${mutants.length} of ${total} faults`);
    }
    if (values["json"] !== undefined)
      await writeFile(String(values["json"]), mutantsAsJson(mutants, contract.locate));
    write(reportMutants(mutants, contract, palette));
    return scoreOf(mutants) * 100 >= floor ? 0 : 1;
  },
};
