import type { OwnClock } from "./clock.ts";
import { lifeCycle } from "./generated/wire.ts";
import type { Encrypt } from "./options.ts";
import type { Store, Worker } from "./store/store.ts";
import { begin, fail, succeed } from "./tasks/life-cycle.ts";

/** Takes a task through its work. One that was begun and not ended is done anew; one that was cancelled is left. */
export function createWorker(store: Store, clock: OwnClock, encrypt: Encrypt, signal: AbortSignal): Worker {
  return async (project, id) => {
    const record = await store.change(project, id, (current) => {
      if (current.workAt === undefined) return undefined;
      return current.task.status === lifeCycle.created ? begin(current) : current;
    });
    if (!record) return;
    const ending = await encrypt(record, signal).then(
      (files) => ({ files }),
      (error: Error) => ({ description: error.message }),
    );
    // Whoever ends the emulator leaves the work to the next.
    if (signal.aborted) return;
    await store.change(project, id, (current) => {
      if (current.workAt === undefined) return undefined;
      const now = clock.time();
      return "files" in ending ? succeed(current, now, ending.files) : fail(current, now, ending.description);
    });
  };
}
