import { mkdir, readFile, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const header = "// Generated from openapi/openapi.yaml by `pnpm generate`. Not to be edited.\n\n";
const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Writes generated files into `folder`, each with the header that says so. Run with `--check` it writes
 * nothing: it names each file that is not what it would write, and fails.
 */
export async function emit(folder: URL, files: Record<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const file = new URL(name, folder);
    const wanted = header + text;
    const found = await readFile(file, "utf8").catch(() => undefined);
    if (found === wanted) continue;
    if (process.argv.includes("--check")) {
      console.error(`${relative(root, fileURLToPath(file))} is stale. Mend it with: pnpm generate`);
      process.exitCode = 1;
    } else {
      await writeFile(file, wanted);
    }
  }
}
