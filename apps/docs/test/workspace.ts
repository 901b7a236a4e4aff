import { cpSync, globSync, mkdirSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root folder of the repository. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));
/** What is made or installed. */
const leftOut = new Set(["node_modules", "dist", ".turbo", "test"]);

/** Copies what of the repository a release is made from. */
export function copyWorkspace(folder: string): void {
  const files = ["package.json", "pnpm-workspace.yaml", "redocly.yaml", "tsconfig.json"];
  const manifests = globSync("{apps,packages}/*/package.json", { cwd: root });
  for (const path of [".changeset", "openapi", ...files, ...manifests]) {
    cpSync(join(root, path), join(folder, path), {
      recursive: true,
      filter: (source) => !leftOut.has(basename(source)),
    });
  }
  mkdirSync(join(folder, "openapi/dist"));
  const built = join(folder, "packages/testing/dist");
  mkdirSync(dirname(built), { recursive: true });
  symlinkSync(join(root, "packages/testing/dist"), built);
}
