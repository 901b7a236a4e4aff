import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What is on the disk for a program. */
export interface Installed {
  packages: number;
  bytes: number;
}

interface Manifest {
  files?: string[];
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/** Some packages and all that they need when they run, each once. */
export function installedWith(packages: string[]): Installed {
  const folders = new Set<string>();
  const add = (name: string, from: string): void => {
    const manifest = findPackageJSON(name, from);
    if (manifest === undefined) throw new Error(`${name} is not installed, which ${from} needs`);
    const folder = dirname(realpathSync(manifest));
    if (folders.has(folder)) return;
    folders.add(folder);
    for (const needed of neededBy(readManifest(folder))) add(needed, join(folder, "package.json"));
  };
  for (const name of packages) add(name, fileURLToPath(import.meta.url));
  const bytes = [...folders].reduce((sum, folder) => sum + packageBytes(folder), 0);
  return { packages: folders.size, bytes };
}

/** The bytes of the sources in a folder. What was made of them for other purposes is not counted. */
export function sourceBytesOf(folder: string): number {
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  return sources.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** The bytes of a folder's files, without packages that are installed inside. */
function bytesOf(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.size;
  const names = readdirSync(path).filter((name) => name !== "node_modules");
  return names.reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

function neededBy({
  dependencies = {},
  peerDependencies = {},
  peerDependenciesMeta = {},
}: Manifest): string[] {
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  return [...Object.keys(dependencies), ...peers];
}

/** A package of this workspace is more on the disk here than it is when it is published. */
function packageBytes(folder: string): number {
  const { files } = readManifest(folder);
  if (folder.includes("/node_modules/") || files === undefined) return bytesOf(folder);
  const published = readdirSync(folder).filter(
    (name) => files.includes(name) || /^(?:package\.json|readme.*|licen[cs]e.*)$/i.test(name),
  );
  return published.reduce((sum, name) => sum + bytesOf(join(folder, name)), 0);
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}
