// Packs the public packages, looks into them, tries them from a registry on this machine, and publishes them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, styleText } from "node:util";
import { build } from "@mpc-contract/start/build";
import { step } from "@mpc-contract/start/step";
import { artefacts } from "./artefacts.ts";
import { readPublicPackages } from "./packages.ts";
import { prepare } from "./prepare.ts";
import { publishForGood } from "./publish-for-good.ts";
import { missingRepository, refusal } from "./refusal.ts";
import { stopping } from "./stopping.ts";
import { table } from "./table.ts";

const usage = `Usage: pnpm release [--dry-run]

With --dry-run it packs every public package, looks into the tarballs, lists what they depend on, publishes them to a
registry on this machine, installs them from there in an empty folder, and runs what their READMEs show. What was tried
is then in apps/release/dist.

Without, it packs those again whose version npm does not have yet, and publishes them if they have the bytes that were
tried. That takes the identity of a GitHub workflow.

  --dry-run   try all, and publish nothing
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

async function tryAll(folder: string): Promise<void> {
  console.log(`\n${table(await prepare(folder, packages))}\n`);
  console.log("  Nothing was published. The tarballs and their bills of materials are in apps/release/dist.");
  console.log(
    styleText("dim", "  pnpm version-packages numbers a release; merged, it is published by the workflow."),
  );
  const missing = missingRepository(packages);
  if (missing) console.log(`  Note: ${missing}`);
}

async function publishTried(folder: string): Promise<void> {
  const published = await publishForGood(join(folder, "for-good"), artefacts);
  console.log(
    published.length === 0
      ? "\n  npm has all of them already: nothing was published."
      : `\n  Published: ${published.map(({ name, version }) => `${name}@${version}`).join(", ")}`,
  );
}

const { "dry-run": isDry = false, help = false } = readArguments();
const packages = readPublicPackages();
const refused = help || isDry ? undefined : refusal(packages, artefacts);
if (help) {
  console.log(usage);
} else if (refused) {
  console.error(`release: ${refused}`);
  process.exitCode = 2;
} else {
  const folder = await mkdtemp(join(tmpdir(), "release-"));
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stopping.abort());
  try {
    // What an earlier try left is not to be taken for what this one does.
    if (isDry) await rm(artefacts, { recursive: true, force: true });
    await step("Building the packages", async () => {
      for (const { name } of packages) await build(name, stopping.signal);
    });
    await (isDry ? tryAll(folder) : publishTried(folder));
  } catch (error) {
    console.error(stopping.signal.aborted ? "\nStopped." : `\n${(error as Error).message}`);
    process.exitCode = stopping.signal.aborted ? 130 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
