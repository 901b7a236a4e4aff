import type { OwnClock } from "../clock.ts";
import type { TaskRecord } from "../tasks/record.ts";
import type { Worker } from "./store.ts";

/** The work of one process: each task in its time, one after the other. */
export interface LocalQueue {
  add: (record: TaskRecord) => void;
  /** Begins, also with what others have left. */
  start: (worker: Worker, left: readonly TaskRecord[]) => void;
  /** Resolves when nothing is left to do that is due. */
  idle: () => Promise<void>;
  /** Forgets what is to be done, and waits for what is being done. */
  clear: () => Promise<void>;
  /** Waits for what is being done; the rest is left undone. */
  close: () => Promise<void>;
}

/** The longest time that a timer takes. */
const longest = 2 ** 31 - 1;

/** Makes a queue that goes by the clock, and by a timer that keeps no process alive. */
export function createLocalQueue(clock: OwnClock, onError: (error: Error) => void): LocalQueue {
  let waiting: { record: TaskRecord; isAgain: boolean }[] = [];
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy: Promise<void> | undefined;
  /** How many are clearing it. Nothing begins before all that they put in its place is there. */
  let clearing = 0;

  function next(): void {
    clearTimeout(timer);
    if (busy || !worker || clearing > 0) return;
    const [first] = waiting;
    if (!first) return;
    const { isAgain, record } = first;
    const wait = record.workAt! - clock.time();
    if (wait > 0) {
      timer = setTimeout(next, Math.min(wait, longest));
      // A browser's timer is a number, and keeps nothing alive.
      if (typeof timer === "object") timer.unref();
      return;
    }
    waiting.shift();
    const job = { project: record.project, id: String(record.task.task_id), workId: record.workId!, isAgain };
    busy = worker(job)
      .catch((error: Error) => {
        // What is aborted is left undone on purpose.
        if (error.name !== "AbortError") onError(error);
      })
      .finally(() => {
        busy = undefined;
        next();
      });
  }

  function add(record: TaskRecord, isAgain: boolean): void {
    const later = waiting.findIndex((other) => other.record.workAt! > record.workAt!);
    waiting.splice(later === -1 ? waiting.length : later, 0, { record, isAgain });
  }

  clock.onChange(next);
  return {
    add(record) {
      add(record, false);
      next();
    },
    start(given, left) {
      worker = given;
      for (const record of left) add(record, true);
      next();
    },
    async idle() {
      for (let current = busy; current; current = busy) await current;
    },
    async clear() {
      clearing += 1;
      waiting = [];
      clearTimeout(timer);
      await busy;
      clearing -= 1;
    },
    async close() {
      worker = undefined;
      clearTimeout(timer);
      await busy;
    },
  };
}
