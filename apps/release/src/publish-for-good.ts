import { step } from "@mpc-contract/start/step";
import { pack, type Packed, publish } from "./pack.ts";

/**
 * Publishes to npm the packages whose version it does not have yet, with a statement of where they were built.
 * What is published has the same bytes as what was tried.
 */
export async function publishForGood(folder: string, tried: Packed[]): Promise<Packed[]> {
  const packed = await step("Packing what npm does not have", () => pack(folder));
  for (const { name, tarball } of packed) {
    const before = tried.find((each) => each.name === name);
    if (before?.tarball.integrity !== tarball.integrity)
      throw new Error(`${name} has other bytes than when it was tried. Nothing was published.`);
  }
  if (packed.length === 0) return [];
  await step("Publishing to npm, with provenance", () =>
    publish(folder, { ...process.env, PNPM_CONFIG_PROVENANCE: "true" }),
  );
  return packed;
}
