import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contestant } from "../benchmark.ts";
import { generateClient, type GeneratorName, generators } from "../clients/generators.ts";
import { folderOf, versionOf } from "../measure/installed.ts";
import { type Finished, runNodeProgram } from "../measure/node-program.ts";
import { secondsOf } from "../measure/time.ts";

/** Something that is done with a document, as a process. */
export interface Step extends Contestant {
  /** Does it, and gives the seconds and the words among which the operations are that it found. */
  run: (document: Written, within: number) => Promise<{ seconds: number; found: string }>;
}

/** A document on the disk, and where what is made of it goes. */
export interface Written {
  file: string;
  /** The same with one mistake, in its last operation. */
  mistaken: string;
  folder: string;
}

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const redocly = join(folderOf("@redocly/cli"), "bin/cli.js");
const config = join(root, "redocly.yaml");
const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const withoutTypeScript =
  "It loads no TypeScript. Ours are written by openapi-typescript, which loads all of it to write them with, and the core of Redocly, by which it validates and bundles the document first; that is most of the time.";

/** From a document to what a program is compiled against. */
export const generating: Step[] = [
  {
    name: "ours: the client's types",
    kind: "ours",
    async run({ file, folder }, within) {
      const types = join(folder, "types.ts");
      const { seconds } = await succeed(runNodeProgram(program("types.ts"), [file, types], { within }));
      return { seconds, found: await readFile(types, "utf8") };
    },
  },
  ...(Object.keys(generators) as GeneratorName[]).map((name): Step => {
    const generator = generators[name];
    return {
      name,
      version: versionOf(generator.package),
      kind: "peer",
      ...(name !== "hey-api" && { whenAhead: withoutTypeScript }),
      async run({ file, folder }, within) {
        const client = join(folder, name);
        const seconds = await secondsOf(() => generateClient(generator, file, client, within));
        return { seconds, found: await readFile(join(client, generator.entry), "utf8") };
      },
    };
  }),
];

/** What a document goes through besides. */
export const reading: Step[] = [
  {
    name: "ours: loading for checks",
    kind: "ours",
    async run({ file }, within) {
      const { seconds, stdout } = await succeed(runNodeProgram(program("load.ts"), [file], { within }));
      return { seconds, found: stdout };
    },
  },
  {
    name: "bundling by redocly",
    version: versionOf("@redocly/cli"),
    kind: "ours",
    async run({ file, folder }, within) {
      const bundle = join(folder, "bundle.json");
      const args = ["bundle", file, "--config", config, "--output", bundle];
      const { seconds } = await succeed(runNodeProgram(redocly, args, { within }));
      return { seconds, found: await readFile(bundle, "utf8") };
    },
  },
  {
    name: "lint by redocly, with our rules",
    version: versionOf("@redocly/cli"),
    kind: "ours",
    async run({ file, mistaken }, within) {
      const args = ["lint", mistaken, "--config", config, "--format", "json"];
      const { seconds, stdout } = await runNodeProgram(redocly, args, { within });
      const { problems } = JSON.parse(stdout) as { problems: { ruleId: string }[] };
      if (problems.map(({ ruleId }) => ruleId).join() !== "operation-summary")
        throw new Error(`It finds ${problems.length} mistakes, and there is one`);
      // It has seen the last operation, and all before it.
      return { seconds, found: await readFile(file, "utf8") };
    },
  },
  {
    name: "JSON.parse alone",
    kind: "limit",
    async run({ file }, within) {
      const { seconds, stdout } = await succeed(runNodeProgram(program("parse.ts"), [file], { within }));
      return { seconds, found: stdout };
    },
  },
];

async function succeed(running: Promise<Finished>): Promise<Finished> {
  const finished = await running;
  if (finished.code !== 0) throw new Error(finished.stderr.trim().split("\n").at(-1));
  return finished;
}
