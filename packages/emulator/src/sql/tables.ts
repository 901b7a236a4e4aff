import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The tables of a store. */
export interface Tables {
  emulator_task: {
    project: string;
    id: string;
    /** Orders the tasks of a project. */
    position: string;
    status: string;
    due_at: number | null;
    work_at: number | null;
    /** The rest of the record, as JSON. */
    record: string;
  };
  /**
   * The tasks of a project in the order of their positions, cut into blocks: how many of each status a block has,
   * and, with the status "", how many in all. A block reaches up to the next. Sums over blocks are what makes
   * totals exact and deep pages fast without counting tasks.
   */
  emulator_block: {
    project: string;
    status: string;
    /** The position at which it begins, which no task need have. */
    first: string;
    tasks: number;
  };
  emulator_project: {
    project: string;
    /** The largest ID that was given to a task. */
    last_id: number;
  };
  /** Has a row once the seed is in. */
  emulator_seed: {
    id: number;
  };
}

export type Dialect = "sqlite" | "postgres";

/** What has become of the tables, step by step. */
export function migrationsOf(dialect: Dialect): Record<string, Migration> {
  // SQLite compares by bytes anyway, and a table without row IDs is its own index.
  const position = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    "2026-11-24 tasks": {
      async up(database: Kysely<Tables>) {
        await database.schema
          .createTable("emulator_task")
          .addColumn("project", "text", (column) => column.notNull())
          .addColumn("id", "text", (column) => column.notNull())
          .addColumn("position", position, (column) => column.notNull())
          .addColumn("status", "text", (column) => column.notNull())
          .addColumn("due_at", "bigint")
          .addColumn("work_at", "bigint")
          .addColumn("record", "text", (column) => column.notNull())
          .addPrimaryKeyConstraint("emulator_task_key", ["project", "id"])
          .execute();
        await database.schema
          .createIndex("emulator_task_position")
          .on("emulator_task")
          .columns(["project", "position"])
          .execute();
        await database.schema
          .createIndex("emulator_task_status")
          .on("emulator_task")
          .columns(["project", "status", "position"])
          .execute();
        for (const column of ["due_at", "work_at"] as const) {
          await database.schema
            .createIndex(`emulator_task_${column}`)
            .on("emulator_task")
            .column(column)
            .where(column, "is not", null)
            .execute();
        }
        await database.schema
          .createTable("emulator_block")
          .addColumn("project", "text", (column) => column.notNull())
          .addColumn("status", "text", (column) => column.notNull())
          .addColumn("first", position, (column) => column.notNull())
          .addColumn("tasks", "integer", (column) => column.notNull())
          .addPrimaryKeyConstraint("emulator_block_key", ["project", "status", "first"])
          .modifyEnd(dialect === "sqlite" ? sql`without rowid` : sql``)
          .execute();
        await database.schema
          .createTable("emulator_project")
          .addColumn("project", "text", (column) => column.primaryKey())
          .addColumn("last_id", "bigint", (column) => column.notNull())
          .execute();
        await database.schema
          .createTable("emulator_seed")
          .addColumn("id", "integer", (column) => column.primaryKey())
          .execute();
      },
    },
  };
}
