import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Comparison, Effort, Entry } from "../benchmark.ts";
import { runNodeProgram } from "../measure/node-program.ts";
import { type Measurable, takeTurns } from "../measure/take-turns.ts";
import type { Bundled } from "./bundle.ts";
import { contestantOf } from "./contestant.ts";
import type { RunningEmulator } from "./emulator.ts";

const empty = fileURLToPath(new URL("empty.mjs", import.meta.url));
const list = fileURLToPath(new URL("list.mjs", import.meta.url));

/** The ways in which a program can be there. */
const ways = [
  {
    way: "importing",
    title: "Importing it",
    same: "packages are imported from where they are installed, and what is generated is in one file with the program",
  },
  {
    way: "whole",
    title: "Importing it as one file",
    same: "each is one file, bundled and minified by esbuild",
  },
] as const;

/** How long each program takes to be imported, and to have the first answer, and a program without a client. */
export async function* measureStarts(
  programs: Bundled[],
  byHand: Bundled,
  emulator: RunningEmulator,
  { quick }: Effort,
): AsyncIterable<Comparison> {
  const measured = (all: Measurable[]): Promise<Entry[]> => takeTurns(all, quick ? 1 : 8, quick ? 0 : 1);
  for (const { same, title, way } of ways) {
    yield {
      title: `${title}, in a new process each time`,
      unit: { name: "ms", better: "less" },
      same,
      entries: await measured([
        ...programs.map((program) => ({
          ...contestantOf(program, way),
          measure: async () => (await run(program[way])).milliseconds,
        })),
        {
          name: "Node.js, which imports nothing",
          kind: "limit",
          measure: async () => (await run(empty)).milliseconds,
        },
      ]),
    };
    yield {
      title: `${title}, and the first answer`,
      unit: { name: "ms", better: "less" },
      same: `${same}; an emulator verifies the credentials of each, a signature of the vendor's core and a token of the others, and gives it the same page, which ends its process`,
      entries: await measured(
        [...programs, byHand].map((program) => ({
          ...contestantOf(program, way),
          measure: () => millisecondsToList(program[way], emulator),
        })),
      ),
    };
  }
}

/** Sees that each program lists the tasks of an emulator, in either way. */
export async function seeThatAllList(programs: Bundled[], emulator: RunningEmulator): Promise<void> {
  const files = programs.flatMap((program) => ways.map(({ way }) => program[way]));
  await Promise.all(files.map((file) => millisecondsToList(file, emulator)));
}

async function millisecondsToList(file: string, { endpoint, tasks }: RunningEmulator): Promise<number> {
  const { milliseconds, stdout } = await run(list, [pathToFileURL(file).href, endpoint]);
  if (stdout !== tasks.join())
    throw new Error(`${basename(file)} lists ${stdout}, and there are ${tasks.join()}`);
  return milliseconds;
}

async function run(program: string, args: string[] = []): Promise<{ milliseconds: number; stdout: string }> {
  const { code, seconds, stderr, stdout } = await runNodeProgram(program, args);
  if (code !== 0) throw new Error(`${basename(args[0] ?? program)}: ${stderr.trim().split("\n").at(-1)}`);
  return { milliseconds: seconds * 1000, stdout };
}
