import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const docs = fileURLToPath(new URL("..", import.meta.url));

/** Builds the site into a folder, as somebody does who publishes it at a place of their own. */
export async function build(folder: string, where: Record<string, string>): Promise<void> {
  // What Astro makes on its way stands in the output folder only when that is within the site. Elsewhere all builds share
  // one place for it, and those that run at once take it from each other.
  await mkdir(join(docs, ".astro"), { recursive: true });
  const built = await mkdtemp(join(docs, ".astro/build-"));
  try {
    // Not the environment of this test: Vitest sets variables that Astro takes for its own.
    const { HOME, PATH } = process.env;
    await promisify(execFile)("astro", ["build", "--outDir", built], {
      cwd: docs,
      env: { HOME, PATH, ASTRO_TELEMETRY_DISABLED: "1", ...where },
    });
    await cp(built, folder, { recursive: true });
  } finally {
    await rm(built, { recursive: true, force: true });
  }
}
