import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Builds the site into a folder, as somebody does who publishes it at a place of their own. */
export async function build(folder: string, where: Record<string, string>): Promise<void> {
  // Not the environment of this test: Vitest sets variables that Astro takes for its own.
  const { HOME, PATH } = process.env;
  await promisify(execFile)("astro", ["build", "--outDir", folder], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { HOME, PATH, ASTRO_TELEMETRY_DISABLED: "1", ...where },
  });
}
