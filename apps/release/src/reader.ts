import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOutside } from "./command.ts";
import type { PublicPackage } from "./packages.ts";
import type { Block } from "./readme.ts";
import { settingsFor } from "./pack.ts";

/**
 * Installs what READMEs say is to be installed, with npm, in an empty folder that is the home, too. The packages of
 * the workspace come from `registry`, and all others from where npm gets them.
 */
export async function installAsRead(
  blocks: Block[],
  packages: PublicPackage[],
  registry: string,
  folder: string,
): Promise<void> {
  await mkdir(folder);
  const [{ name }] = packages as [PublicPackage];
  const scope = name.split("/")[0];
  await writeFile(join(folder, ".npmrc"), `${scope}:${settingsFor(registry)}`);
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  const lines = blocks.flatMap(({ code, language }) => (language === "sh" ? code.split("\n") : []));
  const wanted = lines.flatMap((line) => /^npm install (?:--save-dev )?(\S+)$/.exec(line)?.[1] ?? []);
  // Who writes tests has a runner.
  const runner = packages.map(({ peerDependencies }) => peerDependencies?.["vitest"]).find(Boolean);
  await runOutside(
    "npm",
    ["install", "--no-audit", "--no-fund", ...new Set(wanted), `vitest@${runner}`],
    folder,
  );
}
