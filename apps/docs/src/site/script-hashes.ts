import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { scriptSources } from "./head.ts";

/** Has the policy of each page name the scripts within it by their hashes, so that no other runs there. */
export function scriptHashes(): AstroIntegration {
  return {
    name: "script-hashes",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const folder = fileURLToPath(dir);
        await Promise.all(
          globSync("**/*.html", { cwd: folder }).map((file) => nameScripts(join(folder, file))),
        );
      },
    },
  };
}

async function nameScripts(file: string): Promise<void> {
  const html = await readFile(file, "utf8");
  const scripts = [...html.matchAll(/<script\b(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)];
  const hashes = new Set(scripts.map(([, script = ""]) => `'sha256-${hash(script)}'`));
  const named = scriptSources.replace("'unsafe-inline'", [...hashes].join(" "));
  await writeFile(file, html.replace(scriptSources, named));
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
