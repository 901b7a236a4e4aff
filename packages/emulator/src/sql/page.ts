import { sql, type Transaction } from "kysely";
import type { Selection } from "../store/store.ts";
import { afterTime } from "../tasks/record.ts";
import { every, full } from "./blocks.ts";
import type { Tables } from "./tables.ts";

type Database = Transaction<Tables>;

/** The tasks of a project, or those of them with a status, with positions from `from` to `to`. */
interface Range {
  project: string;
  status: string | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** Reads a part of a listing, and how many tasks match in all. */
export async function readPage(
  database: Database,
  project: string,
  { from, limit, offset, status, to }: Selection,
): Promise<{ rows: { record: string }[]; total: number }> {
  const range: Range = { project, status, from, to: to === undefined ? undefined : afterTime(to) };
  const { above, total } = await count(database, range);
  const size = Math.min(limit, total - offset);
  if (size <= 0) return { rows: [], total };
  let page = tasksOf(database, range).select("record").orderBy("position", "desc").limit(size);
  // Close to the end, to skip rows is faster than to look for a block.
  const { before, skip } =
    offset < full ? { before: null, skip: above + offset } : await seek(database, range, above + offset);
  if (before !== null) {
    page = page.where("position", "<", before).offset(skip);
  } else {
    if (range.to !== undefined) page = page.where("position", "<=", range.to);
    page = page.offset(skip - above);
  }
  return { rows: await page.execute(), total };
}

/**
 * Counts the tasks of a range: all of its blocks, less what sticks out of the first and the last.
 *
 * @returns How many there are, and how many stick out above.
 */
async function count(database: Database, range: Range): Promise<{ total: number; above: number }> {
  const { from, to } = range;
  let blocks = blocksOf(database, range);
  let below = 0;
  let above = 0;
  if (from !== undefined) {
    const first = await edgeOf(database, range.project, "<=", from);
    if (first === undefined) return { total: 0, above: 0 };
    blocks = blocks.where("first", ">=", first);
    below = await countRows(
      tasksOf(database, range).where("position", ">=", first).where("position", "<", from),
    );
  }
  if (to !== undefined) {
    blocks = blocks.where("first", "<=", to);
    const next = await edgeOf(database, range.project, ">", to);
    let out = tasksOf(database, range).where("position", ">", to);
    if (next !== undefined) out = out.where("position", "<", next);
    above = await countRows(out);
  }
  const { tasks } = await blocks
    .select(({ fn }) => fn.sum<number | null>("tasks").as("tasks"))
    .executeTakeFirstOrThrow();
  return { total: Math.max((tasks ?? 0) - below - above, 0), above };
}

/** Both windows the same, to the letter: then they are one, and end where they are not read on. */
const newestFirst = sql`(order by "first" desc rows unbounded preceding)`;

/**
 * Finds the task that comes after so many others.
 *
 * @returns Where the block after its own begins, if there is one, and how many more tasks there are to skip.
 */
async function seek(
  database: Database,
  range: Range,
  offset: number,
): Promise<{ before: string | null; skip: number }> {
  let blocks = blocksOf(database, range);
  if (range.to !== undefined) blocks = blocks.where("first", "<=", range.to);
  const { before, reached, tasks } = await database
    .selectFrom(
      blocks
        .select("tasks")
        .select([
          sql<number>`sum(tasks) over ${newestFirst}`.as("reached"),
          sql<string | null>`lag("first") over ${newestFirst}`.as("before"),
        ])
        .as("block"),
    )
    .selectAll()
    // One block alone is like that, so that nothing need be sorted.
    .where("reached", ">", offset)
    .where(({ eb }) => eb(eb("reached", "-", eb.ref("tasks")), "<=", offset))
    .limit(1)
    .executeTakeFirstOrThrow();
  return { before, skip: offset - (reached - tasks) };
}

/** Where the last block up to a position begins, or the first one after it. */
async function edgeOf(
  database: Database,
  project: string,
  side: "<=" | ">",
  position: string,
): Promise<string | undefined> {
  const edge = await blocksOf(database, { project, status: undefined })
    .select("first")
    .where("first", side, position)
    .orderBy("first", side === ">" ? "asc" : "desc")
    .limit(1)
    .executeTakeFirst();
  return edge?.first;
}

function blocksOf(database: Database, { project, status = every }: Pick<Range, "project" | "status">) {
  return database.selectFrom("emulator_block").where("project", "=", project).where("status", "=", status);
}

function tasksOf(database: Database, { project, status }: Range) {
  const tasks = database.selectFrom("emulator_task").where("project", "=", project);
  return status === undefined ? tasks : tasks.where("status", "=", status);
}

async function countRows(rows: ReturnType<typeof tasksOf>): Promise<number> {
  const { count } = await rows
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
