import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { npm } from "./npm.ts";

const folder = new URL("../engines/", import.meta.url);
const changed = async (name: string): Promise<number> => {
  const found = await stat(new URL(name, folder)).catch(() => undefined);
  return found?.mtimeMs ?? 0;
};

const { dependencies } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8")) as {
  dependencies: Record<string, string>;
};

/** The lines of Node.js that what is published is tried on. */
export const nodeLines = Object.keys(dependencies).filter((name) => /^node\d/.test(name));

/** Installs the runtimes as their lock file has them, unless they are there. */
export async function installEngines(): Promise<void> {
  if ((await changed("node_modules/.package-lock.json")) > (await changed("package-lock.json"))) return;
  await npm(fileURLToPath(folder), "ci");
}

/** The path of a file of a runtime. */
export function engine(path: string): string {
  return fileURLToPath(new URL(`node_modules/${path}`, folder));
}

export const requireEngine = createRequire(new URL("package.json", folder));
