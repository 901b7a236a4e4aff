import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type JudgedChange, judgeRelease, loadDocument } from "@mpc-contract/testing";
import { workspace } from "../site/workspace.ts";

/** What a release changes in the contract. */
export interface Changes {
  /** What those say who made the changes, in Markdown. */
  words: string[];
  changes: JudgedChange[];
}

/** What a release changed. */
export interface Release extends Changes {
  version: string;
  /** The day, as `2020-11-19`. */
  date: string;
}

const folder = join(workspace, "openapi");

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
/** The package of the contract has the version of the last release. */
const { version: last } = readJson("package.json") as { version: string };

/** The releases of the contract, the newest first. */
export const releases = readJson("changelog.json") as Release[];

/** What is different from the last release, or from the first draft when there is none. */
export const pending: Changes = await judgeRelease(
  await loadDocument(join(folder, `released/${last}.json`)),
  await loadDocument(join(folder, "openapi.yaml")),
  join(workspace, ".changeset"),
  "@mpc-contract/openapi",
);
