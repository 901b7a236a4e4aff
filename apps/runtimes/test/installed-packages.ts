import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { npm } from "./npm.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Packs what is published, and installs all of it in an empty folder beside the programs. Gives the folder. */
export async function installPackages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "packages-"));
  const published = [
    "openapi",
    "packages/client",
    "packages/validator",
    "packages/emulator",
    "packages/testing",
  ];
  for (const path of published) {
    await promisify(execFile)(here("../node_modules/.bin/pnpm"), ["pack", "--pack-destination", folder], {
      cwd: here(`../../../${path}`),
    });
  }
  const tarballs = (await readdir(folder)).map((name) => `./${name}`);
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  await npm(folder, "install", ...tarballs);
  await cp(here("../programs"), folder, { recursive: true });
  return folder;
}

/** The lowest Node that an installed package says it runs on. */
export async function lowestNode(folder: string, name: string): Promise<string> {
  const manifest = await readFile(join(folder, "node_modules", name, "package.json"), "utf8");
  const { engines } = JSON.parse(manifest) as { engines: { node: string } };
  return engines.node.replace(">=", "");
}
