import { isDeepStrictEqual } from "node:util";
import { fileURLToPath } from "node:url";
import type { Benchmark, Comparison, Contestant, Effort } from "../benchmark.ts";
import { entriesBy } from "../measure/entries-by.ts";
import { runNodeProgram } from "../measure/node-program.ts";
import { roundsForInterval } from "../measure/spread.ts";
import { takeTurns } from "../measure/take-turns.ts";
import { firstId, pageSize } from "../service/page.ts";
import { startService } from "../service/service.ts";
import type { Seen, Walked, ways } from "./walk.ts";

const program = fileURLToPath(new URL("walk.ts", import.meta.url));

export const benchmark: Benchmark = {
  title: "Walking",
  question:
    "How long does it take to walk through a million tasks, and in how much memory, beside a loop by hand?",
  run,
};

const contestants: (Contestant & { way: keyof typeof ways })[] = [
  { name: "ours", kind: "ours", way: "ours" },
  {
    name: "a loop by hand, signed by ours",
    kind: "peer",
    way: "byHand",
    whenAhead:
      "Its tasks go through a plain loop. Ours are handed out one by one, through async generators, which takes promises for each; and each request has a deadline, each page is checked, and each task is given its ID and its times as text.",
  },
];

async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  const tasks = quick ? 20_000 : 1_000_000;
  const all: Seen = { tasks, sumOfIds: (tasks * (2 * firstId + tasks - 1)) / 2 };
  const service = await startService(tasks / pageSize);
  const resident = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  const heaps = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  try {
    const times = await takeTurns(
      contestants.map(({ way, ...contestant }) => ({
        ...contestant,
        async measure() {
          const before = await service.asked();
          const { mebibytes, stderr, stdout } = await runNodeProgram(program, [way, service.endpoint]);
          if (stdout === "") throw new Error(stderr);
          const { heap, seconds, seen } = JSON.parse(stdout) as Walked;
          if (!isDeepStrictEqual(seen, all)) throw new Error(`it saw ${seen.tasks} tasks of ${tasks}`);
          const { requests, signed } = await service.asked();
          if (signed - before.signed !== requests - before.requests)
            throw new Error("it does not sign each request");
          resident.get(contestant.name)!.push(mebibytes);
          heaps.get(contestant.name)!.push(heap / 1024 ** 2);
          return seconds;
        },
      })),
      quick ? 1 : roundsForInterval,
      // Each is a new process.
      0,
    );
    const same = `each sees ${tasks.toLocaleString("en")} tasks, whose IDs have the sum that they should have; the service counts as many signatures as requests`;
    yield { title: "Time", unit: { name: "s", better: "less" }, same, entries: times };
    const walks = "they are the walks of the table before";
    yield {
      title: "The most memory that the process held",
      unit: { name: "MiB", better: "less" },
      same: walks,
      entries: entriesBy(times, resident),
    };
    yield {
      title: "The most that its heap held, with garbage",
      unit: { name: "MiB", better: "less" },
      same: walks,
      entries: entriesBy(times, heaps),
    };
  } finally {
    service.end();
  }
}
