import { Kysely, PostgresDialect } from "kysely";
import { Pool, types } from "pg";
import { fromKysely, PgBoss } from "pg-boss";
import type { OwnClock } from "../clock.ts";
import type { Store } from "../store/store.ts";
import { openSqlStore } from "./sql-store.ts";
import type { Tables } from "./tables.ts";

/** The schema and the queue that hold the work. */
const schema = "emulator_queue";
const queue = "encrypt";

/** What a job says of its task. The key is with the task alone. */
interface Job {
  project: string;
  id: string;
}

/**
 * Opens a store in a PostgreSQL database, for any number of processes at a time. Each task is worked on by one of
 * them; when that one dies, another takes the task up.
 *
 * @param onError Told of what goes wrong aside from any call, such as a lost connection that will be made anew.
 */
export async function openPostgresStore(
  url: string,
  clock: OwnClock,
  onError: (error: Error) => void,
): Promise<Store> {
  const pool = new Pool({
    connectionString: url,
    types: { getTypeParser: parserOf },
    application_name: "emulator",
  });
  pool.on("error", onError);
  // One that is in use when its connection is lost tells of it itself, too.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const boss = new PgBoss({
    connectionString: url,
    application_name: "emulator queue",
    schema,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", onError);
  try {
    const { undone: _, ...store } = await openSqlStore(
      database,
      "postgres",
      async ({ project, task, workAt }, transaction) => {
        const job: Job = { project, id: String(task.task_id) };
        const startAfter = new Date(Date.now() + workAt! - clock.time());
        await boss.send(queue, job, { startAfter, db: fromKysely(transaction) });
      },
    );
    let works = false;
    return {
      ...store,
      async reset(seed) {
        // IDs begin anew: what is left to do must not be done of other tasks.
        if (works) await boss.deleteQueuedJobs(queue);
        await store.reset(seed);
      },
      async startWork(worker) {
        works = true;
        await boss.start();
        await boss.createQueue(queue, {
          notify: true,
          // A worker that is alive says so; what a dead one has begun is given to another after this time.
          heartbeatSeconds: 10,
          expireInSeconds: 24 * 60 * 60 - 1,
          retryLimit: 1000,
        });
        await boss.work<Job>(
          queue,
          { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 1 },
          async (jobs) => {
            for (const { data } of jobs) await worker(data.project, data.id);
          },
        );
      },
      async close() {
        if (works) await boss.stop({ graceful: true, timeout: 30_000 });
        await database.destroy();
      },
    };
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** The types of whole numbers of 64 bits and of sums of them. As numbers they hold all that is counted here. */
const counts = new Set<number>([types.builtins.INT8, types.builtins.NUMERIC]);

const parserOf = ((type: Parameters<typeof types.getTypeParser>[0], format: "text") =>
  counts.has(type) ? Number : types.getTypeParser(type, format)) as typeof types.getTypeParser;
