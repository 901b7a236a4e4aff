import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./packages.ts";

/** Where a dry run that went well leaves the tarballs, their bills of materials and the plan by which it published. */
export const artefacts = join(root, "apps/release/dist");

/** Whether a folder has what a dry run leaves. */
export function hasDryRun(folder: string): boolean {
  return existsSync(join(folder, "publish-plan.json"));
}
