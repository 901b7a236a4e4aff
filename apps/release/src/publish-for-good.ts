import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { step } from "@mpc-contract/start/step";
import { pack, type Packed, publish } from "./pack.ts";

/**
 * Publishes to npm the packages whose version it does not have yet, with a statement of where they were built. They
 * are packed anew in `folder`, for what ran in the dry run may have changed what it left in `tried`: only what has the
 * same bytes in both is published.
 */
export async function publishForGood(folder: string, tried: string): Promise<Packed[]> {
  const packed = await step("Packing what npm does not have", () => pack(folder));
  const others: string[] = [];
  for (const { name, tarball } of packed) {
    const before = await readFile(join(tried, "packages", basename(tarball.path))).catch(() => undefined);
    if (!before?.equals(await readFile(tarball.path))) others.push(name);
  }
  if (others.length > 0)
    throw new Error(`Not tried with these bytes: ${others.join(", ")}. Nothing was published.`);
  if (packed.length === 0) return [];
  await step("Publishing to npm, with provenance", () =>
    publish(folder, { ...process.env, PNPM_CONFIG_PROVENANCE: "true" }),
  );
  return packed;
}
