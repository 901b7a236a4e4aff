import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresStore, sqliteStore } from "../src/node.ts";
import type { OpenStore } from "../src/index.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

/** Every kind of store, each new one empty. */
export interface Stores {
  open: Record<"memory" | "SQLite" | "PostgreSQL", () => Promise<OpenStore | undefined>>;
  postgres: PostgresServer;
  stop: () => Promise<void>;
}

export async function startStores(): Promise<Stores> {
  const folder = await mkdtemp(join(tmpdir(), "emulator-stores-"));
  const postgres = await startPostgres();
  let files = 0;
  return {
    open: {
      memory: async () => undefined,
      SQLite: async () => sqliteStore(join(folder, `${++files}.sqlite`)),
      PostgreSQL: async () => postgresStore(await postgres.createDatabase()),
    },
    postgres,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
