import { Kysely, PostgresDialect, type Transaction } from "kysely";
import { Pool, types } from "pg";
import { fromKysely, PgBoss } from "pg-boss";
import type { OwnClock } from "../clock.ts";
import type { Job, Store } from "../store/store.ts";
import type { TaskRecord } from "../tasks/record.ts";
import { openSqlStore } from "./sql-store.ts";
import type { Tables } from "./tables.ts";

/** The schema and the queue that hold the work. */
const schema = "emulator_queue";
const queue = "encrypt";

/** What is written down of a job. The key is with the task alone. */
type Written = Pick<Job, "project" | "id" | "workId"> & { workAt: number; isAgain?: boolean };

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

  /** Hands work out, in the transaction that makes it necessary if there is one. */
  async function handOut(
    { project, task, workAt, workId }: TaskRecord,
    transaction?: Transaction<Tables>,
  ): Promise<void> {
    const written: Written = { project, id: String(task.task_id), workId: workId!, workAt: workAt! };
    await send(written, transaction && { db: fromKysely(transaction) });
  }

  /** Queues a job for when it is due by the clock. That may be set, or stand still, while real time goes on. */
  async function send(written: Written, options: { db?: ReturnType<typeof fromKysely> } = {}): Promise<void> {
    const wait = written.workAt - clock.time();
    // What is due wakes a worker up; what is due a moment later would not.
    const startAfter = wait > 0 ? { startAfter: new Date(Date.now() + wait) } : {};
    await boss.send(queue, written, { ...options, ...startAfter });
  }

  let isClosed = false;
  async function close(): Promise<void> {
    isClosed = true;
    await boss.stop({ graceful: true, timeout: 30_000 });
    await database.destroy();
  }

  try {
    const { undone, ...store } = await openSqlStore(database, "postgres", handOut);
    // Any process hands work out, be it for others to do.
    await boss.start();
    await boss.createQueue(queue, {
      notify: true,
      // A worker that is alive says so; what a dead one has begun is given to another after this time.
      heartbeatSeconds: 10,
      expireInSeconds: 24 * 60 * 60 - 1,
      retryLimit: 1000,
    });
    const isDue = ({ workAt = 0 }: { workAt?: number }): boolean => workAt <= clock.time();
    const broughtForward = new Set<string>();
    // What is due now was queued for later. That it is queued twice does no harm: only one of the two can begin it.
    async function bringForward(): Promise<void> {
      for (const record of await undone()) {
        if (!isDue(record) || record.isTaken || broughtForward.has(record.workId!)) continue;
        broughtForward.add(record.workId!);
        await handOut(record);
      }
    }
    clock.onChange(() => {
      if (!isClosed) bringForward().catch(onError);
    });
    return {
      ...store,
      async reset(seed) {
        await store.reset(seed);
        // Of tasks that are no more.
        await boss.deleteQueuedJobs(queue);
      },
      async startWork(worker) {
        const polling = {
          pollingIntervalSeconds: 0.5,
          notifyPollingIntervalSeconds: 0.5,
          batchSize: 10,
          burstWhenBatchFull: true,
        };
        await boss.work<Written>(queue, polling, async (jobs) => {
          for (const { data, retryCount, signal } of jobs) {
            const isAgain = data.isAgain === true || retryCount > 0;
            if (isDue(data)) await worker({ ...data, isAgain, signal });
            // The clock of this process is behind, or stands still. When it is set, the job is brought forward.
            else await boss.send(queue, { ...data, isAgain }, { startAfter: 5 });
          }
        });
      },
      async idle() {
        while ((await undone()).some(isDue)) await new Promise((resolve) => setTimeout(resolve, 50));
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The types of whole numbers of 64 bits and of sums of them. As numbers they hold all that is counted here. */
const counts = new Set<number>([types.builtins.INT8, types.builtins.NUMERIC]);

const parserOf = ((type: Parameters<typeof types.getTypeParser>[0], format: "text") =>
  counts.has(type) ? Number : types.getTypeParser(type, format)) as typeof types.getTypeParser;
