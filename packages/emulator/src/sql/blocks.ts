import type { Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** How many tasks a block has at most. A full one becomes two. */
export const full = 4000;

/** The status under which a block counts all of its tasks. */
export const every = "";

type Database = Transaction<Tables>;

/** Counts a task that is about to be added. */
export async function countAdded(
  database: Database,
  { position, project, status }: { project: string; status: string; position: string },
): Promise<void> {
  const block = await blockOf(database, project, position);
  let first = block === undefined ? "" : block.first;
  if (block && block.tasks >= full) {
    const second = await cut(database, project, first, position);
    if (position >= second) first = second;
  }
  await addTo(database, project, first, { [every]: 1, [status]: 1 });
}

/** Counts a task under another status than before. */
export async function countMoved(
  database: Database,
  { from, position, project, to }: { project: string; position: string; from: string; to: string },
): Promise<void> {
  if (from === to) return;
  const block = await blockOf(database, project, position);
  await addTo(database, project, block!.first, { [from]: -1, [to]: 1 });
}

/** The block that a position falls into. */
async function blockOf(
  database: Database,
  project: string,
  position: string,
): Promise<{ first: string; tasks: number } | undefined> {
  return database
    .selectFrom("emulator_block")
    .select(["first", "tasks"])
    .where("project", "=", project)
    .where("status", "=", every)
    .where("first", "<=", position)
    .orderBy("first", "desc")
    .limit(1)
    .executeTakeFirst();
}

async function addTo(
  database: Database,
  project: string,
  first: string,
  counts: Record<string, number>,
): Promise<void> {
  await database
    .insertInto("emulator_block")
    .values(Object.entries(counts).map(([status, tasks]) => ({ project, status, first, tasks })))
    .onConflict((conflict) =>
      conflict
        .columns(["project", "status", "first"])
        .doUpdateSet((set) => ({ tasks: set("emulator_block.tasks", "+", set.ref("excluded.tasks")) })),
    )
    .execute();
}

/**
 * Begins a new block within a full one, or behind it. Most tasks are newer than all before them: then the full one
 * stays full, and the new one begins with the task to come. Otherwise it is cut in its middle.
 *
 * @returns Where the new block begins.
 */
async function cut(database: Database, project: string, first: string, position: string): Promise<string> {
  const tasks = database.selectFrom("emulator_task").where("project", "=", project);
  const newest = await tasks
    .select("position")
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  if (newest.position < position) {
    await addTo(database, project, position, { [every]: 0 });
    return position;
  }
  const upper = await tasks
    .select(["position", "status"])
    .where("position", ">=", first)
    .orderBy("position")
    .offset(full / 2)
    .limit(full / 2)
    .execute();
  const counts: Record<string, number> = { [every]: upper.length };
  for (const { status } of upper) counts[status] = (counts[status] ?? 0) + 1;
  const second = upper[0]!.position;
  await addTo(database, project, second, counts);
  const taken = Object.entries(counts).map(([status, count]): [string, number] => [status, -count]);
  await addTo(database, project, first, Object.fromEntries(taken));
  return second;
}
