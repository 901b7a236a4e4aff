import type { OwnClock } from "../clock.ts";
import type { TaskRecord } from "../tasks/record.ts";
import type { Worker } from "./store.ts";

/** The work of one process: each task in its time, one after the other. */
export interface LocalQueue {
  add: (record: TaskRecord) => void;
  /** Begins with the records given and those that were added before. */
  start: (worker: Worker, records: readonly TaskRecord[]) => void;
  /** Forgets what is to be done, and waits for what is being done. */
  clear: () => Promise<void>;
  /** Waits for what is being done; the rest is left undone. */
  close: () => Promise<void>;
}

/** The longest time that a timer takes. */
const longest = 2 ** 31 - 1;

/** Makes a queue that goes by the clock, and by a timer that keeps no process alive. */
export function createLocalQueue(clock: OwnClock): LocalQueue {
  let waiting: TaskRecord[] = [];
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy: Promise<void> | undefined;

  function next(): void {
    clearTimeout(timer);
    if (busy || !worker) return;
    waiting.sort((a, b) => a.workAt! - b.workAt!);
    const [record] = waiting;
    if (!record) return;
    const wait = record.workAt! - clock.time();
    if (wait > 0) {
      timer = setTimeout(next, Math.min(wait, longest));
      // A browser's timer is a number, and keeps nothing alive.
      if (typeof timer === "object") timer.unref();
      return;
    }
    waiting.shift();
    busy = worker(record.project, String(record.task.task_id)).finally(() => {
      busy = undefined;
      next();
    });
  }

  clock.onChange(next);
  return {
    add(record) {
      waiting.push(record);
      next();
    },
    start(given, records) {
      worker = given;
      waiting.push(...records);
      next();
    },
    async clear() {
      waiting = [];
      clearTimeout(timer);
      await busy;
    },
    async close() {
      worker = undefined;
      clearTimeout(timer);
      await busy;
    },
  };
}
