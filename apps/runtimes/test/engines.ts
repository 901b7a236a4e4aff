import { stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { npm } from "./npm.ts";

const folder = new URL("../engines/", import.meta.url);
const changed = async (name: string): Promise<number> => {
  const found = await stat(new URL(name, folder)).catch(() => undefined);
  return found?.mtimeMs ?? 0;
};

/** Installs the runtimes in the versions that their package names, unless they are there. */
export async function installEngines(): Promise<void> {
  if ((await changed("node_modules/.package-lock.json")) > (await changed("package.json"))) return;
  await npm(fileURLToPath(folder), "install", "--no-package-lock");
}

/** The path of a file of a runtime. */
export function engine(path: string): string {
  return fileURLToPath(new URL(`node_modules/${path}`, folder));
}

export const requireEngine = createRequire(new URL("package.json", folder));
