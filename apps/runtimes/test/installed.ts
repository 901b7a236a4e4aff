import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { npm } from "./npm.ts";

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface Installed {
  /** The folder, with `node_modules` and the programs. */
  folder: string;
}

/** Packs the client as it is published, and installs it in an empty folder beside the programs. */
export async function installClient(): Promise<Installed> {
  const folder = await mkdtemp(join(tmpdir(), "installed-"));
  await run(here("../node_modules/.bin/pnpm"), ["pack", "--pack-destination", folder], {
    cwd: here("../../../packages/client"),
  });
  const tarball = join(
    folder,
    (await readdir(folder)).find((name) => name.endsWith(".tgz"))!,
  );
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  await npm(folder, "install", tarball);
  await cp(here("../programs"), folder, { recursive: true });
  return { folder };
}
