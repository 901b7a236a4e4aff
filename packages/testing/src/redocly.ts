import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DocumentError } from "./document/source-file.ts";

/**
 * The program of `@redocly/cli`, which is installed beside this package.
 *
 * @throws {DocumentError} When it is not installed.
 */
export function redocly(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
    return join(dirname(manifest), "bin/cli.js");
  } catch (error) {
    throw new DocumentError("this needs @redocly/cli: npm install --save-dev @redocly/cli", { cause: error });
  }
}
