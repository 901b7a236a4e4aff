import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { step } from "@mpc-contract/start/step";
import { artefacts } from "./artefacts.ts";
import { inspect } from "./inspect.ts";
import { environmentFor, pack, type Packed, publish, settingsFor } from "./pack.ts";
import { type PublicPackage, root } from "./packages.ts";
import { installAsRead } from "./reader.ts";
import { readBlocks } from "./readme.ts";
import { startRegistry } from "./registry.ts";
import { isPermissive, licencesIn, writeBill } from "./sbom.ts";
import { runBlocks } from "./snippets.ts";

/** A package that was packed, and what it depends on at run time. */
export interface Tried extends Packed {
  licences: Map<string, string>;
}

/**
 * Does with all public packages, which are built, what a release does, but on this machine: a registry of its own,
 * whose settings and packages are in `folder`, takes the place of npm. Rejects with the first thing that is wrong, and
 * then leaves no artefacts.
 */
export async function prepare(folder: string, packages: PublicPackage[]): Promise<Tried[]> {
  const registry = await startRegistry(join(folder, "registry"));
  try {
    const home = join(folder, "home");
    await mkdir(home);
    await writeFile(join(home, ".npmrc"), settingsFor(registry.url));
    const env = environmentFor(registry.url, home);
    const made = join(folder, "made");
    const packed = await step("Packing them", () => pack(made, env));
    await step("Looking into the tarballs", () => refuseFaulty(packed));
    const tried = await step("Listing what they depend on", () => addLicences(packed, packages));
    await step("Publishing them to a registry on this machine", () => publish(made, env, "--no-git-tag"));
    const folders = [root, ...packages.map((each) => each.folder)];
    const blocks = (await Promise.all(folders.map(readBlocks))).flat();
    const reader = join(folder, "reader");
    await step("Installing them from there with npm", () =>
      installAsRead(blocks, packages, registry.url, reader),
    );
    await step("Running what the READMEs show", () => runBlocks(blocks, reader));
    await cp(made, artefacts, { recursive: true });
    return tried;
  } finally {
    await registry.close();
  }
}

async function refuseFaulty(packed: Packed[]): Promise<void> {
  for (const { name, tarball } of packed) {
    const problems = await inspect(tarball.path);
    if (problems.length > 0) throw new Error(`The tarball of ${name}:\n  ${problems.join("\n  ")}`);
  }
}

async function addLicences(packed: Packed[], packages: PublicPackage[]): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const each of packed) {
    const described = packages.find(({ name }) => name === each.name)!;
    const file = each.tarball.path.replace(/\.tgz$/, ".cdx.json");
    const licences = licencesIn(await writeBill(described, file));
    const others = [...licences].filter(([, licence]) => !isPermissive(licence));
    if (others.length > 0) {
      const lines = others.map(([name, licence]) => `${name}: ${licence || "no licence"}`);
      throw new Error(`${each.name} depends on packages that not everyone may use:\n  ${lines.join("\n  ")}`);
    }
    tried.push({ ...each, licences });
  }
  return tried;
}
