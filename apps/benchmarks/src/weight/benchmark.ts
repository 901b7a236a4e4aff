import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Benchmark, Comparison, Contestant, Effort } from "../benchmark.ts";
import { runNodeProgram } from "../measure/node-program.ts";
import { takeTurns } from "../measure/take-turns.ts";
import { type Bundled, bundle } from "./bundle.ts";
import { bytesOf, installedWith } from "./installed-with.ts";
import { type Program, writePrograms } from "./programs.ts";
import { tasksListed } from "./tasks-listed.ts";

export const benchmark: Benchmark = {
  title: "Weight",
  question: "What does a client add to a bundle, to a disk, and to the start of a program?",
  run,
};

async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  const programs = await Promise.all((await writePrograms()).map((program) => bundle(program)));
  const tasks = await tasksListed(programs);
  const same = `each program, as a bundle and with its packages, lists the same ${tasks.length === 1 ? "task" : "tasks"}, ${tasks.join()}`;
  const counted = (
    title: string,
    unit: string,
    whenAhead: string,
    count: (program: Bundled) => number,
  ): Comparison => ({
    title,
    unit: { name: unit, better: "less" },
    same,
    entries: programs.map((program) => ({ ...contestantOf(program, whenAhead), figures: [count(program)] })),
  });
  const less =
    "It sends what it is given: it does not sign, limit its rate, wait, walk through pages or check its arguments, of which ours is made.";
  yield counted("A program that lists tasks, bundled and minified by esbuild", "KiB", less, ({ whole }) =>
    kibibytes(readFileSync(whole).length),
  );
  yield counted("The same, gzipped", "KiB", less, ({ whole }) =>
    kibibytes(gzipSync(readFileSync(whole), { level: 9 }).length),
  );
  yield counted(
    "Packages that are installed for it",
    "packages",
    "What is generated is no package, and openapi-fetch is one that ours needs.",
    ({ packages }) => installedWith(packages).packages,
  );
  yield counted(
    "On the disk, packages and generated code",
    "KiB",
    "Ours does more, and it comes with its source, maps to it and types of their own, and with openapi-fetch.",
    ({ generated, packages }) =>
      kibibytes(installedWith(packages).bytes + (generated === undefined ? 0 : bytesOf(dirname(generated)))),
  );
  const manyFiles =
    "Ours is some fifty files, which Node.js finds and reads one by one; as one file it starts as fast as a program that imports nothing.";
  const empty = fileURLToPath(new URL("empty.mjs", import.meta.url));
  yield {
    title: "Importing it, in a new process each time",
    unit: { name: "ms", better: "less" },
    same,
    entries: await takeTurns(
      [
        ...programs.map((program) => ({
          ...contestantOf(program, manyFiles),
          measure: () => startOf(program.importing),
        })),
        { name: "Node.js, which imports nothing", kind: "limit", measure: () => startOf(empty) },
      ],
      quick ? 1 : 20,
      quick ? 0 : 1,
    ),
  };
}

async function startOf(program: string): Promise<number> {
  const { code, seconds, stderr } = await runNodeProgram(program, []);
  if (code !== 0) throw new Error(stderr.trim().split("\n").at(-1));
  return seconds * 1000;
}

function contestantOf({ kind, name, version }: Program, whenAhead: string): Contestant {
  return {
    name,
    kind,
    ...(kind === "peer" ? { whenAhead } : {}),
    ...(version === undefined ? {} : { version }),
  };
}

function kibibytes(bytes: number): number {
  return bytes / 1024;
}
