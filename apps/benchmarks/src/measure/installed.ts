import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname } from "node:path";

/** Where an installed package is, as a folder. */
export function folderOf(name: string): string {
  const manifest = findPackageJSON(name, import.meta.url);
  if (manifest === undefined)
    throw new Error(`${name} is not installed. Mend it with: npx --yes pnpm@12 install`);
  return dirname(manifest);
}

/** The version of an installed package. */
export function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(`${folderOf(name)}/package.json`, "utf8")) as {
    version: string;
  };
  return version;
}
