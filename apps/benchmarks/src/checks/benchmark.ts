import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readExchanges } from "@mpc-contract/openapi/generate";
import type { Benchmark, Comparison, Contestant, Effort, Entry } from "../benchmark.ts";
import { entriesBy } from "../measure/entries-by.ts";
import { roundsForInterval } from "../measure/spread.ts";
import { takeTurns } from "../measure/take-turns.ts";
import { type Checker, drift, ours } from "./checkers.ts";
import { writeHar } from "./har.ts";
import { mutantsPerSecond } from "./mutants.ts";

export const benchmark: Benchmark = {
  title: "Contract checks",
  question:
    "How fast is a recording held against the contract, and how fast are faults put into the contract itself?",
  run,
};

const checkers: Checker[] = [ours, drift];
/** A right exchange in which drift finds something. */
const leftOut = "create-with-shortest-texts";

async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  const folder = await mkdtemp(join(tmpdir(), "benchmark-"));
  try {
    yield* checkRecording(join(folder, "recording.har"), quick);
    yield await countWrong(join(folder, "wrong.har"));
  } finally {
    await rm(folder, { recursive: true });
  }
  yield await mutantsPerSecond(quick);
}

/** The right exchanges of the contract, over and over, and at the end three wrong ones. */
async function* checkRecording(har: string, quick: boolean): AsyncIterable<Comparison> {
  const count = quick ? 2000 : 100_000;
  const { invalid, valid } = await readExchanges();
  const right = valid.filter(({ name }) => name !== leftOut);
  // One each with a wrong type, without what is required, and out of bounds.
  const wrong = invalid.filter(({ name }) =>
    ["list-total-as-text", "list-without-total", "list-total-negative"].includes(name),
  );
  await writeHar(har, right, wrong, count);
  const wanted = {
    entries: count,
    wrong: new Set(wrong.map((_, index) => count - wrong.length + index)),
  };
  const memory = new Map(checkers.map((checker) => [checker.name, [] as number[]]));
  const rates = await takeTurns(
    checkers.map((checker) => ({
      ...contestantOf(checker),
      measure: async () => {
        const { entries, mebibytes, seconds, wrong } = await checker.check(har);
        if (!isDeepStrictEqual({ entries, wrong }, wanted))
          throw new Error(`It looked at ${entries} entries, and found ${wrong.size} wrong ones`);
        memory.get(checker.name)!.push(mebibytes);
        return entries / seconds;
      },
    })),
    quick ? 1 : roundsForInterval,
    // Each is a new process, and the file was written a moment ago.
    0,
  );
  const title = `A HAR of ${new Intl.NumberFormat("en").format(count)} exchanges`;
  const same = `both look at all exchanges, and find the ${wrong.length} wrong ones among them, and no other. Of the ${valid.length} right ones of the contract ${leftOut} is left out, in which the URL of the key is a relative one: the contract has \`format\` as an annotation, and ${drift.name} takes it for a rule`;
  yield { title, unit: { name: "exchanges a second", better: "more" }, same, entries: rates };
  yield {
    title: `${title}, memory at most`,
    unit: { name: "MiB", better: "less" },
    same: `the same runs; ${drift.name} reads all of the file before it looks at the first exchange`,
    entries: entriesBy(rates, memory),
  };
}

/** Which find more of what can be wrong with a response. */
async function countWrong(har: string): Promise<Comparison> {
  const { invalid } = await readExchanges();
  const wrong = invalid.filter(({ breaks }) => breaks.in === "response");
  await writeHar(har, [], wrong, wrong.length);
  const entries: Entry[] = [];
  for (const checker of checkers)
    entries.push({ ...contestantOf(checker), figures: [await checker.countWrong(har)] });
  return {
    title: "Wrong responses found",
    unit: { name: "found", better: "more" },
    counted: true,
    same: `a HAR of ${wrong.length} responses, each of which breaks one rule of the contract. They are ours, written for this contract: of faults that others had chosen, each might find more or fewer`,
    entries,
  };
}

function contestantOf({ check: _, countWrong: __, ...contestant }: Checker): Contestant {
  return contestant;
}
