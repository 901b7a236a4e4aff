import { dirname, join } from "node:path";
import { generatedClient, generatedClients } from "./generated-clients.ts";
import type { GeneratorName } from "./generators.ts";

/** Bundles the generated clients, so that Node.js can import them. What they import stays a package. */
export async function bundleClients(): Promise<void> {
  // Not loaded by those who only import a client.
  const { build } = await import("esbuild");
  const entries = Object.values(await generatedClients());
  await Promise.all(
    entries.map(async (entry) =>
      build({
        entryPoints: [entry],
        outfile: bundleOf(entry),
        bundle: true,
        packages: "external",
        format: "esm",
        platform: "node",
      }),
    ),
  );
}

/** Imports a client that was bundled. */
export async function importClient(name: GeneratorName): Promise<unknown> {
  return (await import(bundleOf(await generatedClient(name)))) as unknown;
}

function bundleOf(entry: string): string {
  return join(dirname(entry), "bundle.mjs");
}
