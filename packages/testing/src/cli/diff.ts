import { judgeRelease } from "../diff/gate.ts";
import { loadDocument } from "../document/load-document.ts";
import { findDocument } from "../read-contract.ts";
import { reportChanges } from "../report/report-changes.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const diff: Command = {
  summary: "says what changed since a release, and whether the changesets give the step that it needs",
  usage: `mpc-contract diff [--api DOCUMENT] [--changesets FOLDER] [--earlier FOLDER] --package NAME [--json] BASE

BASE is the document as it was released. NAME is the package whose version follows the contract.
Changesets that are in the folder \`--earlier\` too, such as that of the branch to merge into, do not count.
A changeset whose text has a line "Correction: \`PLACE\`", with a JSON Pointer of the contract, says that the contract was
wrong there while the service never was. Less than the step that is needed is a finding.`,
  takes: "one",
  options: {
    changesets: { type: "string" },
    earlier: { type: "string" },
    package: { type: "string" },
    json: { type: "boolean" },
  },
  async run({ api, files, values }, { palette, write }) {
    if (typeof values["package"] !== "string") throw new UsageError("give --package NAME");
    const base = await loadDocument(files[0]!);
    const judgement = await judgeRelease(
      base,
      await loadDocument(api ?? findDocument()),
      String(values["changesets"] ?? ".changeset"),
      values["package"],
      values["earlier"] as string | undefined,
    );
    write(
      values["json"] === true ? JSON.stringify(judgement, undefined, 2) : reportChanges(judgement, palette),
    );
    return judgement.enough ? 0 : 1;
  },
};
