// Packs the public packages, looks into them, tries them from a registry on this machine, and publishes them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, styleText } from "node:util";
import { prepare } from "./prepare.ts";
import { publishForGood } from "./publish-for-good.ts";
import { stopping } from "./stopping.ts";
import { table } from "./table.ts";

const usage = `Usage: pnpm release [--dry-run]

Packs every public package, looks into the tarballs, lists what they depend on, publishes them to a registry on this
machine, installs them from there in an empty folder, and runs what their READMEs show. Then it publishes those whose
version npm does not have yet: that takes the identity of a GitHub workflow, and is left out with --dry-run.

  --dry-run   all but the last
  --help      print this
`;

function readArguments(): { help?: boolean; "dry-run"?: boolean } {
  try {
    // npm and old pnpm want "--" before the options of a script, and pnpm passes it on.
    const args = process.argv.slice(2).filter((arg) => arg !== "--");
    return parseArgs({ args, options: { help: { type: "boolean" }, "dry-run": { type: "boolean" } } }).values;
  } catch (error) {
    const [reason] = (error as Error).message.split(". ");
    console.error(`release: ${reason}. It takes --dry-run and --help.`);
    process.exit(2);
  }
}

async function release(isDry: boolean, folder: string): Promise<void> {
  const tried = await prepare(folder);
  console.log(`\n${table(tried)}\n`);
  if (isDry) {
    console.log(
      "  Nothing was published. The tarballs and their bills of materials are in apps/release/dist.",
    );
    console.log(
      styleText("dim", "  pnpm version-packages numbers a release; merged, it is published by the workflow."),
    );
    return;
  }
  const published = await publishForGood(join(folder, "for-good"), tried);
  console.log(
    published.length === 0
      ? "\n  npm has all of them already: nothing was published."
      : `\n  Published: ${published.map(({ name, version }) => `${name}@${version}`).join(", ")}`,
  );
}

const { "dry-run": isDry = false, help = false } = readArguments();
if (help) {
  console.log(usage);
} else if (!isDry && process.env["ACTIONS_ID_TOKEN_REQUEST_URL"] === undefined) {
  console.error(
    "release: npm takes these packages from the workflow of the repository alone. Here, try --dry-run.",
  );
  process.exitCode = 2;
} else {
  const folder = await mkdtemp(join(tmpdir(), "release-"));
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stopping.abort());
  try {
    await release(isDry, folder);
  } catch (error) {
    console.error(stopping.signal.aborted ? "\nStopped." : `\n${(error as Error).message}`);
    process.exitCode = stopping.signal.aborted ? 130 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
