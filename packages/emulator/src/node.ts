/**
 * What an emulator has on Node.js besides: tasks that outlive it, and segments that are really encrypted.
 *
 * @packageDocumentation
 */
import { statSync } from "node:fs";
import type { Encrypt, OpenStore } from "./options.ts";

/** Keeps tasks in a file, for one process at a time. Takes Node.js 22.13 or later. */
export function sqliteStore(file: string): OpenStore {
  return async (clock, onError) => {
    requireNode("SQLite");
    return (await import("./sql/sqlite.ts")).openSqliteStore(file, clock, onError);
  };
}

/** Keeps tasks in a PostgreSQL database, for any number of processes at a time. Takes Node.js 22.13 or later. */
export function postgresStore(url: string): OpenStore {
  return async (clock, onError) => {
    requireNode("PostgreSQL");
    return (await import("./sql/postgres.ts")).openPostgresStore(url, clock, onError);
  };
}

/** The first version that has `node:sqlite` and that the queue runs on. */
const least = [22, 13] as const;

function requireNode(what: string): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > least[0] || (major === least[0] && minor >= least[1])) return;
  throw new Error(`${what} takes Node.js ${least.join(".")} or later, and this is ${process.versions.node}`);
}

/**
 * Encrypts what is in the folders below `folder`, each of which stands for the bucket of its name.
 *
 * @throws {TypeError} When it is no folder.
 */
export function bucketsIn(folder: string): Encrypt {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new TypeError(`bucketsIn: ${folder} is no folder`);
  }
  return async (record, signal) => {
    const { describeFailure, encryptTask } = await import("./encrypt/encrypt-task.ts");
    return encryptTask(folder, record, signal).catch((error: unknown) => {
      throw new Error(describeFailure(error), { cause: error });
    });
  };
}
