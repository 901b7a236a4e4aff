import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The most bytes that each entry may have, minified and gzipped, with all that it imports. */
export const limits = {
  'export { createMpcClient } from "@mpc-contract/client"': 8080,
  'export { signRequest } from "@mpc-contract/client/sign"': 1380,
  'export { explainSignature } from "@mpc-contract/client/sign"': 1420,
};

/** The bytes of what a program takes from the packages that are installed in a folder, minified and gzipped. */
export async function sizeOf(contents: string, folder: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    conditions: ["browser"],
    write: false,
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}
