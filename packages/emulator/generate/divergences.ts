import type { Json } from "@mpc-contract/openapi/generate";
import type { Divergence } from "../src/divergence.ts";

/** Collects what the contract assumes, wherever it stands. */
export function readAssumptions(bundle: Json): Divergence[] {
  const found = new Map<string, Divergence>();
  const walk = (node: Json): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "x-assumptions") {
        for (const { decision, question } of value as { question: string; decision: string }[]) {
          found.set(question, { question, emulator: decision.trim().replaceAll("\n", " ") });
        }
      } else {
        walk(value);
      }
    }
  };
  walk(bundle);
  return [...found.values()];
}

/** Writes the page that lists them. */
export function writeDivergences(divergences: readonly Divergence[]): string {
  const rows = divergences.map(({ emulator, question }) => `## ${question}\n\n${emulator}\n`);
  return `# Where the emulator may differ from the service

The emulator was never compared with the live service. At each of these ${divergences.length} points the vendor's page is silent; this
is what the emulator does.

${rows.join("\n")}`;
}
