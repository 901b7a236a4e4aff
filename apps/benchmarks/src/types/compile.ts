import { rmSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderOf } from "../measure/installed.ts";
import { runNodeProgram } from "../measure/node-program.ts";

// Inside of this package, since its packages are found from there.
const dist = fileURLToPath(new URL("../../dist/types/", import.meta.url));

/** Some files that are compiled together. */
export interface Project {
  config: string;
  files: string[];
}

/** What a compiler says of a project. */
export interface Compiled {
  instantiations: number;
  /** Of checking types alone. */
  seconds: number;
  /** Where there are errors: the lines of each file. An error elsewhere is thrown. */
  wrong: number[][];
}

/** Throws away what was written before. */
export function emptyFolder(): void {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
}

/** Writes a project. */
export function writeProject(name: string, sources: string[]): Project {
  const path = join(dist, name.replaceAll(/\W+/g, "-"));
  const files = sources.map((source, index) => {
    writeFileSync(`${path}.${index}.ts`, source);
    return `${path}.${index}.ts`;
  });
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  };
  writeFileSync(`${path}.json`, JSON.stringify({ compilerOptions, files }));
  return { config: `${path}.json`, files };
}

/** Checks the types of a project with a version of TypeScript, in a process of its own. */
export async function compile(compiler: string, { config, files }: Project): Promise<Compiled> {
  const args = ["--project", config, "--extendedDiagnostics", "--pretty", "false"];
  const { stderr, stdout } = await runNodeProgram(join(folderOf(compiler), "bin/tsc"), args);
  const read = (name: string): number => {
    const [, figure] = new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout) ?? [];
    if (figure === undefined) throw new Error(`tsc does not say its ${name}: ${stderr || stdout}`);
    return Number(figure);
  };
  const wrong = files.map(() => [] as number[]);
  for (const [error, path, line] of stdout.matchAll(/^(.*)\((\d+),\d+\): error .*$/gm)) {
    const index = files.findIndex((file) => basename(file) === basename(path!));
    if (index === -1) throw new Error(error);
    if (!wrong[index]!.includes(Number(line))) wrong[index]!.push(Number(line));
  }
  return { instantiations: read("Instantiations"), seconds: read("Check time"), wrong };
}
