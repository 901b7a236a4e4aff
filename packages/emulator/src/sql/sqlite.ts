import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";
import type { OwnClock } from "../clock.ts";
import { createLocalQueue } from "../store/local-queue.ts";
import type { Store } from "../store/store.ts";
import { openSqlStore } from "./sql-store.ts";
import type { Tables } from "./tables.ts";

/** What SQLite says of a file that is locked. */
const busy = 5;

/** Opens a store in a file, for one process at a time. */
export async function openSqliteStore(
  file: string,
  clock: OwnClock,
  onError: (error: Error) => void,
): Promise<Store> {
  const connection = new DatabaseSync(file);
  try {
    // What is committed is in the file when the process is killed. Nobody else may have it open.
    connection.exec(
      "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
    );
    connection.exec("BEGIN EXCLUSIVE; COMMIT;");
  } catch (error) {
    connection.close();
    if ((error as { errcode?: number }).errcode !== busy) throw error;
    throw new Error("another process has it open", { cause: error });
  }
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(connection) }) });
  const queue = createLocalQueue(clock, onError);
  const { undone, ...store } = await openSqlStore(database, "sqlite", async (record) =>
    queue.add(record),
  ).catch((error: unknown) => {
    connection.close();
    throw error;
  });
  return {
    ...store,
    async reset(seed) {
      await queue.clear();
      await store.reset(seed);
    },
    startWork: async (worker) => queue.start(worker, await undone()),
    idle: () => queue.idle(),
    async close() {
      await queue.close();
      await database.destroy();
    },
  };
}

/** `node:sqlite`, as Kysely wants a database. Statements are prepared once. */
function adapt(connection: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => connection.close(),
    prepare(sql) {
      let statement = statements.get(sql);
      if (!statement) {
        statement = adaptStatement(connection.prepare(sql));
        statements.set(sql, statement);
      }
      return statement;
    },
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  const reader = statement.columns().length > 0;
  return {
    reader,
    all: (values) => statement.all(...(values as SQLInputValue[])),
    run: (values) => statement.run(...(values as SQLInputValue[])),
    iterate: (values) => statement.iterate(...(values as SQLInputValue[])),
  };
}
