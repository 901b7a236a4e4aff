import { createHash } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { versionOf } from "../measure/installed.ts";
import { generateClient, type GeneratorName, generators } from "./generators.ts";

const contract = fileURLToPath(import.meta.resolve("@mpc-contract/openapi"));
const dist = fileURLToPath(new URL("../../dist/clients/", import.meta.url));

/** The clients that the generators make of the contract, as the file that a program imports: made when needed. */
export async function generatedClients(): Promise<Record<GeneratorName, string>> {
  const names = Object.keys(generators) as GeneratorName[];
  const clients = await Promise.all(names.map(async (name) => [name, await generatedClient(name)] as const));
  return Object.fromEntries(clients) as Record<GeneratorName, string>;
}

/** One of them. */
export async function generatedClient(name: GeneratorName): Promise<string> {
  const generator = generators[name];
  const folder = join(dist, name);
  const madeOf = join(folder, ".made-of");
  const wanted = createHash("sha256")
    .update(JSON.stringify([versionOf(generator.package), generator.args("", "")]))
    .update(await readFile(contract))
    .digest("hex");
  if ((await readFile(madeOf, "utf8").catch(() => "")) !== wanted) {
    // Whole at once, so that one which is stopped halfway leaves nothing that looks whole.
    const unfinished = `${folder}.${process.pid}`;
    try {
      await generateClient(generator, contract, unfinished);
      await writeFile(join(unfinished, ".made-of"), wanted);
      await rm(folder, { recursive: true, force: true });
      await rename(unfinished, folder);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
  return join(folder, generator.entry);
}
