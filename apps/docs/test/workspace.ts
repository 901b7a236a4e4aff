import { cpSync, globSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root folder of the repository. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));
/** What is made or installed; and the guides, which say nothing of a release and need all that is installed in place. */
const leftOut = new Set(["node_modules", "dist", ".astro", ".turbo", "test", "content"]);

/** Copies what of the repository a release and the site are made from. What is installed is not copied but linked. */
export function copyWorkspace(folder: string): void {
  const files = ["package.json", "pnpm-workspace.yaml", "redocly.yaml", "tsconfig.json"];
  const manifests = globSync("{apps,packages}/*/package.json", { cwd: root });
  for (const path of [".changeset", "openapi", "apps/docs", ...files, ...manifests]) {
    cpSync(join(root, path), join(folder, path), {
      recursive: true,
      filter: (source) => !leftOut.has(basename(source)),
    });
  }
  mkdirSync(join(folder, "openapi/dist"));
  link("packages/testing/dist");
  // Each thing by itself, so that Astro has a cache of its own beside them.
  for (const name of readdirSync(join(root, "apps/docs/node_modules"))) {
    if (!name.startsWith(".")) link(`apps/docs/node_modules/${name}`);
  }

  function link(path: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(root, path), join(folder, path));
  }
}
