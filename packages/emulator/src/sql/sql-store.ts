import { type Kysely, sql, type Transaction } from "kysely";
import { Migrator } from "kysely/migration";
import { nextId } from "../store/next-id.ts";
import type { Seed, Store } from "../store/store.ts";
import type { TaskRecord } from "../tasks/record.ts";
import { countAdded, countMoved, every, full } from "./blocks.ts";
import { readPage } from "./page.ts";
import { type Dialect, migrationsOf, type Tables } from "./tables.ts";

/** Hands work to who does it, within the transaction that makes it necessary. */
export type HandOver = (record: TaskRecord, transaction: Transaction<Tables>) => Promise<void>;

/** What a database does of a store: all but the work. */
export type SqlStore = Omit<Store, "startWork" | "idle" | "close"> & { undone: () => Promise<TaskRecord[]> };

/** How many rows are written at once. */
const batch = 500;

/** Brings the tables up to date, and makes a store of them. */
export async function openSqlStore(
  database: Kysely<Tables>,
  dialect: Dialect,
  handOver: HandOver,
): Promise<SqlStore> {
  const { error } = await new Migrator({
    db: database,
    provider: { getMigrations: async () => migrationsOf(dialect) },
    migrationTableName: "emulator_migration",
    migrationLockTableName: "emulator_migration_lock",
  }).migrateToLatest();
  if (error) throw error as Error;

  /** Whoever writes to a project waits for who does already, so that what is counted stays true. */
  async function writing<T>(
    project: string,
    write: (transaction: Transaction<Tables>) => Promise<T>,
  ): Promise<T> {
    return database.transaction().execute(async (transaction) => {
      if (dialect === "postgres") {
        await transaction
          .selectFrom("emulator_project")
          .select("project")
          .where("project", "=", project)
          .forUpdate()
          .execute();
      }
      return write(transaction);
    });
  }

  async function replace(
    transaction: Transaction<Tables>,
    old: TaskRecord,
    record: TaskRecord,
  ): Promise<void> {
    await countMoved(transaction, { ...record, from: old.task.status, to: record.task.status });
    const { id, project, ...row } = toRow(record);
    await transaction
      .updateTable("emulator_task")
      .set(row)
      .where("project", "=", project)
      .where("id", "=", id)
      .execute();
  }

  /** Tells PostgreSQL what was put in, or its first deep pages are planned for an empty table. */
  async function analyze(transaction: Transaction<Tables>): Promise<void> {
    if (dialect === "postgres") await sql`analyze emulator_task, emulator_block`.execute(transaction);
  }

  const store: SqlStore = {
    list: (project, selection) =>
      database
        .transaction()
        .setIsolationLevel(dialect === "postgres" ? "repeatable read" : "serializable")
        .execute(async (transaction) => {
          const { rows, total } = await readPage(transaction, project, selection);
          return { records: rows.map(toRecord), total };
        }),
    async find(project, ids) {
      const rows = await database
        .selectFrom("emulator_task")
        .select(["id", "record"])
        .where("project", "=", project)
        .where("id", "in", ids)
        .execute();
      const found = new Map(rows.map((row) => [row.id, toRecord(row)]));
      return ids.map((id) => found.get(id));
    },
    create: (project, make) =>
      database.transaction().execute(async (transaction) => {
        // Who comes second waits here, as in every other write.
        const { last_id } = await transaction
          .insertInto("emulator_project")
          .values({ project, last_id: 1 })
          .onConflict((conflict) =>
            conflict
              .column("project")
              .doUpdateSet((set) => ({ last_id: set("emulator_project.last_id", "+", 1) })),
          )
          .returning("last_id")
          .executeTakeFirstOrThrow();
        const record = make(last_id);
        await countAdded(transaction, { ...record, status: record.task.status });
        await transaction.insertInto("emulator_task").values(toRow(record)).execute();
        if (record.workAt !== undefined) await handOver(record, transaction);
        return record;
      }),
    change: (project, id, change) =>
      writing(project, async (transaction) => {
        const row = await transaction
          .selectFrom("emulator_task")
          .select("record")
          .where("project", "=", project)
          .where("id", "=", id)
          .executeTakeFirst();
        const old = row && toRecord(row);
        const changed = old && change(old);
        if (!changed) return undefined;
        await replace(transaction, old, changed);
        if (changed.workId !== undefined && changed.workId !== old.workId)
          await handOver(changed, transaction);
        return changed;
      }),
    async settle(now, advance) {
      const due = database
        .selectFrom("emulator_task")
        .select(["project", "id"])
        .where("due_at", "<=", now)
        .orderBy("due_at")
        .limit(batch);
      for (let rows = await due.execute(); rows.length > 0; rows = await due.execute()) {
        for (const { id, project } of rows) {
          // Another process may have been faster.
          await store.change(project, id, (record) =>
            record.dueAt !== undefined && record.dueAt <= now ? advance(record, record.dueAt) : undefined,
          );
        }
      }
    },
    async undone() {
      const rows = await database
        .selectFrom("emulator_task")
        .select("record")
        .where("work_at", "is not", null)
        .execute();
      return rows.map(toRecord);
    },
    begin: (seed) =>
      database.transaction().execute(async (transaction) => {
        // Of several processes that begin at once, one gets the row, and the others wait for its end.
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto("emulator_seed")
          .values({ id: 1 })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 1n) {
          await load(transaction, seed);
          await analyze(transaction);
        }
      }),
    reset: (seed) =>
      database.transaction().execute(async (transaction) => {
        // Nobody else writes meanwhile.
        if (dialect === "postgres")
          await sql`lock table emulator_project in exclusive mode`.execute(transaction);
        for (const table of ["emulator_project", "emulator_task", "emulator_block"] as const) {
          await transaction.deleteFrom(table).execute();
        }
        await load(transaction, seed);
        await analyze(transaction);
      }),
  };
  return store;
}

async function load(transaction: Transaction<Tables>, seed: Seed): Promise<void> {
  for (const [project, given] of Object.entries(seed)) {
    const byId = new Map(given.map((record) => [String(record.task.task_id), record]));
    const records = [...byId.values()].toSorted((a, b) => (a.position < b.position ? -1 : 1));
    await transaction
      .insertInto("emulator_project")
      .values({ project, last_id: nextId(byId.keys()) - 1 })
      .execute();
    for (let begin = 0; begin < records.length; begin += batch) {
      const rows = records.slice(begin, begin + batch).map(toRow);
      await transaction.insertInto("emulator_task").values(rows).execute();
    }
    // With room for those that come in between.
    const size = full * 0.75;
    for (let begin = 0; begin < records.length; begin += size) {
      const block = records.slice(begin, begin + size);
      const counts = new Map([[every, block.length]]);
      for (const { task } of block) counts.set(task.status, (counts.get(task.status) ?? 0) + 1);
      const first = begin === 0 ? "" : block[0]!.position;
      await transaction
        .insertInto("emulator_block")
        .values([...counts].map(([status, tasks]) => ({ project, status, first, tasks })))
        .execute();
    }
  }
}

function toRow(record: TaskRecord): Tables["emulator_task"] {
  return {
    project: record.project,
    id: String(record.task.task_id),
    position: record.position,
    status: record.task.status,
    due_at: record.dueAt ?? null,
    work_at: record.workAt ?? null,
    record: JSON.stringify(record),
  };
}

function toRecord({ record }: { record: string }): TaskRecord {
  return JSON.parse(record) as TaskRecord;
}
