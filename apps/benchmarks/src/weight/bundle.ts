import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Program } from "./programs.ts";

/** A program as files. */
export interface Bundled extends Program {
  /** All of it in one minified file. */
  whole: string;
  /** What is generated is in it, and packages are imported from where they are installed. */
  importing: string;
}

// Inside of this package, since its packages are found from there.
const dist = fileURLToPath(new URL("../../dist/weight/", import.meta.url));

export async function bundle(program: Program): Promise<Bundled> {
  const { name, platform, source } = program;
  const file = join(dist, name.replaceAll(/\W+/g, "-"));
  const [entry, importing] = [`${file}.mjs`, `${file}.importing.mjs`];
  // What is written for Node.js alone may ask for modules while it runs, as a module cannot.
  const [format, whole] =
    platform === "node" ? (["cjs", `${file}.min.cjs`] as const) : (["esm", `${file}.min.mjs`] as const);
  mkdirSync(dist, { recursive: true });
  writeFileSync(entry, source);
  const common = { entryPoints: [entry], bundle: true };
  await build({ ...common, format, platform, minify: true, outfile: whole });
  await build({ ...common, format: "esm", platform: "node", packages: "external", outfile: importing });
  return { ...program, whole, importing };
}
