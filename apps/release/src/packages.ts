import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that all else is in. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A package that is published. */
export interface PublicPackage {
  name: string;
  version: string;
  folder: string;
  peerDependencies?: Record<string, string>;
  repository?: string | { url: string };
}

/** Reads which packages of the workspace are published: all that do not say that they are private. */
export function readPublicPackages(): PublicPackage[] {
  return globSync("{openapi,packages/*,apps/*}/package.json", { cwd: root })
    .toSorted()
    .map((file) => ({
      ...(JSON.parse(readFileSync(join(root, file), "utf8")) as PublicPackage & { private?: boolean }),
      folder: join(root, dirname(file)),
    }))
    .filter((manifest) => manifest.private !== true);
}
