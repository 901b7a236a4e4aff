// An emulator with many tasks, in a process of its own: node tasks-server.ts COUNT [FILE.sqlite | postgres://…]
import { createEmulator } from "@mpc-contract/emulator";
import { postgresStore, sqliteStore } from "@mpc-contract/emulator/node";
import { startServer } from "@mpc-contract/emulator/server";
import { middleOf, tasksOf } from "../../../../packages/emulator/bench/tasks.ts";
import { lifeCycle } from "../../../../packages/emulator/src/generated/wire.ts";

/** What the server tells its parent once it listens. */
export interface Listening {
  origin: string;
  query: string;
  /** How many tasks the query finds, counted by hand. */
  total: number;
}

/** The project that all tasks are in. */
export const project = "p";

if (import.meta.main) {
  const [count, place] = process.argv.slice(2);
  const tasks = tasksOf(Number(count));
  const filter = { status: lifeCycle.succeeded, ...middleOf(tasks.length) };
  const emulator = createEmulator({
    seed: { tasks: { [project]: tasks } },
    limits: false,
    ...(place !== undefined && { store: place.includes("://") ? postgresStore(place) : sqliteStore(place) }),
  });
  await emulator.ready;
  const { url: origin } = await startServer(emulator, { port: 0 });
  const [from, to] = [Number(filter.start_time), Number(filter.end_time)];
  const total = tasks.filter(
    ({ create_time: time, status }) => status === filter.status && Number(time) >= from && Number(time) <= to,
  ).length;
  process.once("disconnect", () => process.exit());
  process.send?.({ origin, query: new URLSearchParams(filter).toString(), total } satisfies Listening);
}
