import { isDeepStrictEqual } from "node:util";
import type { Benchmark, Comparison, Contestant, Effort, Entry } from "../benchmark.ts";
import { versionOf } from "../measure/installed.ts";
import { takeTurns } from "../measure/take-turns.ts";
import { type Calls, writeCalls } from "./calls.ts";
import { compile, emptyFolder, writeProject } from "./compile.ts";
import { mistakenSourceOf, sourceOf } from "./source.ts";

export const benchmark: Benchmark = {
  title: "Types",
  question: "What does a file with 50 calls of a client cost a compiler?",
  run,
};

const times = 50;
const compilers = ["typescript", "typescript-7"];

// An empty file has no instantiations, and is checked in no time: nothing needs to be subtracted.
async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  emptyFolder();
  const clients = await writeCalls();
  const measured = compilers.map((compiler) => () => measureCompiler(compiler, clients, quick ? 1 : 6));
  // With two at once the figures are worth little, which they are anyway when it is to be quick.
  const started = quick ? await Promise.all(measured.map((measure) => measure())) : undefined;
  for (const [index, measure] of measured.entries()) yield* started?.[index] ?? (await measure());
}

/** What the calls of each client cost a version of TypeScript. */
async function measureCompiler(compiler: string, clients: Calls[], rounds: number): Promise<Comparison[]> {
  const refused = await refusedBy(compiler, clients);
  const instantiations = new Map<string, number>();
  const checked = await takeTurns(
    clients.map((calls) => {
      const project = writeProject(`${compiler} ${calls.name}`, [sourceOf(calls, times)]);
      return {
        ...contestantOf(calls),
        async measure() {
          const compiled = await compile(compiler, project);
          const [wrong = []] = compiled.wrong;
          if (wrong.length > 0) throw new Error(`line ${wrong[0]} of its calls is refused`);
          instantiations.set(calls.name, compiled.instantiations);
          return compiled.seconds * 1000;
        },
      };
    }),
    rounds,
    0,
  );
  const name = `TypeScript ${versionOf(compiler)}`;
  const same = `the same ${times} calls of each, all right; of ${refused} that are wrong each refuses every one. What is generated is part of the project, and is checked with it`;
  const counted = checked.map((entry): Entry =>
    "figures" in entry ? { ...entry, figures: [instantiations.get(entry.name)!] } : entry,
  );
  return [
    {
      title: `Instantiations, ${name}`,
      unit: { name: "instantiations", better: "less" },
      same,
      entries: counted,
    },
    { title: `Check time, ${name}`, unit: { name: "ms", better: "less" }, same, entries: checked },
  ];
}

/** How many wrong calls a compiler refuses of each client, which are all that there are. */
async function refusedBy(compiler: string, clients: Calls[]): Promise<number> {
  const mistaken = clients.map((calls) => mistakenSourceOf(calls));
  const project = writeProject(
    `${compiler} mistaken`,
    mistaken.map(({ source }) => source),
  );
  const { wrong: refused } = await compile(compiler, project);
  for (const [index, { wrong }] of mistaken.entries()) {
    if (!isDeepStrictEqual(refused[index], wrong))
      throw new Error(
        `${clients[index]!.name}: lines ${refused[index]!.join()} are refused, and wrong are ${wrong.join()}`,
      );
  }
  return mistaken[0]!.wrong.length;
}

function contestantOf({ kind, name, version }: Calls): Contestant {
  return { name, kind, ...(version === undefined ? {} : { version }) };
}
