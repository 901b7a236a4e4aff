import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

interface Manifest {
  name: string;
  private?: boolean;
  exports?: Record<string, string | { types?: string }>;
}

/** What a program imports from: a package, or a path of it. */
export interface EntryPoint {
  /** As a program writes it, such as `@mpc-contract/client/sign`. */
  specifier: string;
  /** The name of the package. */
  package: string;
  /** Where its page is, such as `client/sign`. */
  path: string;
  /** The folder of the package's sources, and the file in it. */
  sources: string;
  file: string;
}

// Not from where this module stands, because the build moves it: the site is built in its own folder.
const folder = resolve("../../packages");

/** The entry points with types that the packages name in their `exports`. */
export const entryPoints: EntryPoint[] = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, "package.json")))
  .flatMap(entryPointsOf);

function entryPointsOf(name: string): EntryPoint[] {
  const manifest = JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8")) as Manifest;
  if (manifest.private === true) return [];
  const sources = join(folder, name, "src");
  return Object.entries(manifest.exports ?? {}).flatMap(([key, target]) => {
    if (typeof target === "string" || target.types === undefined) return [];
    const file = target.types.replace(/^\.\/dist\/(.*)\.d\.ts$/, "$1.ts");
    return [
      {
        specifier: manifest.name + key.slice(1),
        package: manifest.name,
        path: manifest.name.replace(/^@[^/]*\//, "") + key.slice(1),
        sources,
        file: join(sources, file),
      },
    ];
  });
}
