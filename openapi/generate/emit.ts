import { mkdir, readFile, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const notice = "Generated from openapi/openapi.yaml by `pnpm generate`. Not to be edited.";
const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Writes generated files into `folder`, each with the header that says so. Run with `--check` it writes
 * nothing: it names each file that is not what it would write, and fails. A contract that cannot be
 * generated from ends it with one line that says why.
 */
export async function emit(folder: URL, generate: () => Promise<Record<string, string>>): Promise<void> {
  try {
    const files = await generate();
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      const header = name.endsWith(".md") ? `<!-- ${notice} -->` : `// ${notice}`;
      await emitFile(new URL(name, folder), `${header}\n\n${text}`);
    }
  } catch (error) {
    console.error(`The contract cannot be generated from: ${(error as Error).message}`);
    process.exitCode = 2;
  }
}

async function emitFile(file: URL, wanted: string): Promise<void> {
  const found = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return undefined;
  });
  if (found === wanted) return;
  if (process.argv.includes("--check")) {
    console.error(`${relative(root, fileURLToPath(file))} is stale. Mend it with: pnpm generate`);
    process.exitCode = 1;
  } else {
    await writeFile(file, wanted);
  }
}
