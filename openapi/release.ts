// Writes the release of the contract that `changeset version` has just numbered: the version into the document, and
// what changed since the last release, as dist/changes.json has it, into changelog.json. Runs in the root folder.
import { readFileSync, writeFileSync } from "node:fs";

interface Release {
  version: string;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

const { version } = readJson("openapi/package.json") as Release;
const releases = readJson("openapi/changelog.json") as Release[];
const document = readFileSync("openapi/openapi.yaml", "utf8");
const numbered = document.replace(/(?<=^ {2}version: ).*$/m, version);

// A release of other packages alone leaves the contract as it is.
if (numbered !== document) {
  const { changes, words } = readJson("openapi/dist/changes.json") as { changes: unknown; words: unknown };
  const date = new Date().toISOString().slice(0, 10);
  const log = [{ version, date, words, changes }, ...releases];
  writeFileSync("openapi/openapi.yaml", numbered);
  writeFileSync("openapi/changelog.json", `${JSON.stringify(log, undefined, 2)}\n`);
}
