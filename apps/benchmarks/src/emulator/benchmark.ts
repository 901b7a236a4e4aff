import { chmodSync } from "node:fs";
import { startPostgres } from "../../../../packages/emulator/test/postgres-server.ts";
import type { Benchmark, Comparison, Effort } from "../benchmark.ts";
import { temporaryFolder } from "../measure/temporary-folder.ts";
import { answering } from "./answering.ts";
import { manyTasks } from "./many-tasks.ts";

export const benchmark: Benchmark = {
  title: "Emulator",
  question:
    "How soon and how fast does it answer, and in how much memory, beside Prism mocking the same contract; and does it matter how many tasks there are?",
  run,
};

async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  const folder = temporaryFolder();
  // PostgreSQL may run as another user, who has to get through.
  chmodSync(folder, 0o755);
  const postgres = await startPostgres(folder);
  try {
    yield* answering(folder, postgres, quick);
    yield* manyTasks(folder, postgres, quick);
  } finally {
    await postgres.stop();
  }
}
