import type { Encrypt, OpenStore } from "./options.ts";

/** Keeps tasks in a file, for one process at a time. Node.js 22.13 or later has what that takes. */
export function sqliteStore(file: string): OpenStore {
  return async (clock) => (await import("./sql/sqlite.ts")).openSqliteStore(file, clock);
}

/** Keeps tasks in a PostgreSQL database, for any number of processes at a time. */
export function postgresStore(url: string): OpenStore {
  return async (clock, onError) => (await import("./sql/postgres.ts")).openPostgresStore(url, clock, onError);
}

/** Encrypts what is in the folders below `folder`, each of which stands for the bucket of its name. */
export function bucketsIn(folder: string): Encrypt {
  return async (record, signal) => {
    const { describeFailure, encryptTask } = await import("./encrypt/encrypt-task.ts");
    return encryptTask(folder, record, signal).catch((error: unknown) => {
      throw new Error(describeFailure(error), { cause: error });
    });
  };
}
