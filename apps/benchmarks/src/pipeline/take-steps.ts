import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Comparison } from "../benchmark.ts";
import { takeTurns } from "../measure/take-turns.ts";
import { temporaryFolder } from "../measure/temporary-folder.ts";
import { type SizedDocument, withMistake } from "./document.ts";
import type { Step, Written } from "./steps.ts";

/** How many seconds one waits for a step at most. */
const patience = 30;

/** Takes each step with a document, in turn, and sees that each finds all of its operations. */
export async function takeSteps(
  title: string,
  document: SizedDocument,
  steps: Step[],
  rounds: number,
): Promise<Comparison> {
  const written = writeDocument(document);
  const measurables = steps.map(({ run, ...contestant }) => ({
    ...contestant,
    async measure() {
      const { found, seconds } = await run(written, patience);
      const words = new Set(found.match(/\w+/g));
      const missing = document.operationIds.find((id) => !words.has(id));
      if (missing !== undefined) throw new Error(`${missing} is missing in what it writes`);
      return seconds;
    },
  }));
  return {
    title,
    unit: { name: "s", better: "less" },
    same: `each finds all ${document.operationIds.length} operations, and lint the one mistake, in the last of them; a process each time, ${rounds === 1 ? "once" : `${rounds} times`}, and stopped after ${patience} s`,
    // Each time it is a new process, which nothing has warmed up.
    entries: await takeTurns(measurables, rounds, 0),
  };
}

function writeDocument(document: SizedDocument): Written {
  const folder = temporaryFolder();
  const [file, mistaken] = [join(folder, "openapi.json"), join(folder, "mistaken.json")];
  writeFileSync(file, JSON.stringify(document.value));
  writeFileSync(mistaken, JSON.stringify(withMistake(document)));
  mkdirSync(join(folder, "written"));
  return { file, mistaken, folder: join(folder, "written") };
}
