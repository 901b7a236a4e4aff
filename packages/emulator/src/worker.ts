import type { OwnClock } from "./clock.ts";
import { refusals } from "./generated/wire.ts";
import type { Encrypt } from "./options.ts";
import type { Store, Worker } from "./store/store.ts";
import { begin, fail, succeed } from "./tasks/life-cycle.ts";
import type { TaskRecord } from "./tasks/record.ts";

/** Takes a task through its work. What was begun and not ended is done anew; what was cancelled is left. */
export function createWorker(
  store: Store,
  clock: OwnClock,
  encrypt: Encrypt,
  stopping: () => AbortSignal,
): Worker {
  return async ({ id, isAgain, project, signal, workId }) => {
    const stop = signal ? AbortSignal.any([stopping(), signal]) : stopping();
    stop.throwIfAborted();
    const record = await store.change(project, id, (current) => {
      if (current.workId !== workId || (current.isTaken && !isAgain)) return undefined;
      return { ...begin(current), isTaken: true };
    });
    if (!record) return;
    const end = await run(encrypt, record, stop);
    // Whoever ends the emulator leaves the work to the next.
    stop.throwIfAborted();
    await store.change(project, id, (current) =>
      current.workId === workId ? end(current, clock.time()) : undefined,
    );
  };
}

/** Encrypts, and says how the task ends. */
async function run(
  encrypt: Encrypt,
  record: TaskRecord,
  signal: AbortSignal,
): Promise<(record: TaskRecord, at: number) => TaskRecord> {
  try {
    const files = await encrypt(record, signal);
    return (current, at) => succeed(current, at, files);
  } catch (error) {
    const { message } = (error ?? {}) as Partial<Error>;
    return (current, at) => fail(current, at, message ?? refusals["system-error"].body.error_msg);
  }
}
