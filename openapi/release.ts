// Makes a release of the contract: `changeset version` numbers it, the document gets that number, and what changed
// since the last release goes into changelog.json. Runs in the root folder.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

interface Release {
  version: string;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const readVersion = (): string => (readJson("openapi/package.json") as Release).version;

/** Runs a command that says itself what is wrong. */
function run(command: string, args: string[], otherwise: string): void {
  try {
    execFileSync(command, args, { stdio: "inherit" });
  } catch {
    console.error(`\n${otherwise}`);
    process.exit(1);
  }
}

const base = `openapi/released/${readVersion()}.json`;
const diff = ["packages/testing/dist/cli/main.js", "diff", "--package", "@mpc-contract/openapi", base];
run(
  process.execPath,
  diff,
  "Nothing was numbered: write the changeset that is missing, with pnpm changeset.",
);
const { changes, words } = JSON.parse(
  execFileSync(process.execPath, [...diff, "--json"], { encoding: "utf8" }),
) as {
  changes: unknown;
  words: unknown;
};

run("changeset", ["version"], "Nothing was numbered: there is no changeset, and so nothing to release.");
const version = readVersion();
const document = readFileSync("openapi/openapi.yaml", "utf8");
const numbered = document.replace(/(?<=^ {2}version: ).*$/m, version);

// A release of other packages alone leaves the contract as it is.
if (numbered !== document) {
  const date = new Date().toISOString().slice(0, 10);
  const log = [{ version, date, words, changes }, ...(readJson("openapi/changelog.json") as Release[])];
  writeFileSync("openapi/openapi.yaml", numbered);
  writeFileSync("openapi/changelog.json", `${JSON.stringify(log, undefined, 2)}\n`);
}
