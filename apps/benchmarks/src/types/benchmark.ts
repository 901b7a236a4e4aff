import type { Benchmark, Comparison, Contestant, Effort, Entry } from "../benchmark.ts";
import { versionOf } from "../measure/installed.ts";
import { roundsForInterval } from "../measure/spread.ts";
import { takeTurnsOf } from "../measure/several-figures.ts";
import { takeTurns } from "../measure/take-turns.ts";
import { type Calls, writeCalls } from "./calls.ts";
import { type Compiled, compile, emptyFolder, type Project, writeProject } from "./compile.ts";
import { refusedBy } from "./refused.ts";
import { sourceOf } from "./source.ts";

export const benchmark: Benchmark = {
  title: "Types",
  question: "What does a client cost a compiler by itself, and what do the calls of it?",
  run,
};

const compilers = ["typescript", "typescript-7"];
const callsInFile = 50;

async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  emptyFolder();
  const clients = await writeCalls();
  // So many files that what takes time is the calls.
  const files = quick ? 1 : 10;
  for (const compiler of quick ? compilers.slice(-1) : compilers) {
    const name = `TypeScript ${versionOf(compiler)}`;
    const refused = await refusedBy(compiler, clients);
    const instantiations = await countInstantiations(compiler, clients);
    const same = `the same calls of each, all right; of ${refused} that are wrong each refuses every one`;
    yield {
      title: `The client alone: instantiations, ${name}`,
      unit: { name: "instantiations", better: "less" },
      same: "a file imports the client, makes one where one is made, and calls nothing; what is generated is source, and is checked with the file, while a package has declarations, which are read as far as they are needed",
      counted: true,
      entries: instantiations("alone"),
    };
    yield {
      title: `What ${callsInFile} calls add: instantiations, ${name}`,
      unit: { name: "instantiations", better: "less" },
      same: `${same}; what the file has without them is taken away`,
      counted: true,
      entries: instantiations("added"),
    };
    yield {
      title: `The client and ${(callsInFile * files).toLocaleString("en")} calls: check time, ${name}`,
      unit: { name: "ms", better: "less" },
      same: `${same}; they are in ${files === 1 ? "a file" : "files"} of ${callsInFile}, each of them another one, and what is generated is checked with them`,
      entries: await measureCheckTime(compiler, clients, files, quick ? 1 : roundsForInterval),
    };
  }
}

/** What a version of TypeScript instantiates for each client by itself, and for the calls in a file besides. */
async function countInstantiations(
  compiler: string,
  clients: Calls[],
): Promise<(what: "alone" | "added") => Entry[]> {
  return takeTurnsOf(
    clients.map((calls) => ({
      ...contestantOf(calls),
      async measure() {
        // What is counted is the same with two at once.
        const [alone, whole] = await Promise.all(
          [0, callsInFile].map(async (times) => {
            const project = writeProject(`${compiler} ${calls.name} ${times}`, [sourceOf(calls, times)]);
            return (await compileRight(compiler, project)).instantiations;
          }),
        );
        return { alone: alone!, added: whole! - alone! };
      },
    })),
    1,
    0,
  );
}

/** How long a version of TypeScript checks each client with so many files of calls. */
async function measureCheckTime(
  compiler: string,
  clients: Calls[],
  files: number,
  rounds: number,
): Promise<Entry[]> {
  return takeTurns(
    clients.map((calls) => {
      const sources = Array.from({ length: files }, (_, file) =>
        sourceOf(calls, callsInFile, file * callsInFile),
      );
      const project = writeProject(`${compiler} ${calls.name}`, sources);
      return {
        ...contestantOf(calls),
        measure: async () => (await compileRight(compiler, project)).seconds * 1000,
      };
    }),
    rounds,
    // Each is a new process.
    0,
  );
}

async function compileRight(compiler: string, project: Project): Promise<Compiled> {
  const compiled = await compile(compiler, project);
  const [line] = compiled.wrong.flat();
  if (line !== undefined) throw new Error(`line ${line} of its calls is refused`);
  return compiled;
}

function contestantOf({ kind, name, version, whenAhead }: Calls): Contestant {
  return {
    name,
    kind,
    ...(version === undefined ? {} : { version }),
    ...(whenAhead === undefined ? {} : { whenAhead }),
  };
}
