import type { WireFilter } from "./check-arguments.ts";
import { delay } from "./delay.ts";
import { readPage } from "./read-task.ts";
import { type Received, unexpected } from "./receive.ts";
import type { Task, TaskPage } from "./task.ts";
import { formatTimestamp, readTime } from "./timestamp.ts";

/** Asks for one page. */
type Ask = (filter: WireFilter) => Promise<Received>;

/** The milliseconds of a second, which is how finely tasks are timed. */
const second = 1000;

/**
 * Yields all tasks of a filter that there were when the walk began.
 *
 * Pages shift when a task comes or goes between two requests. So a walk of more than one request takes seconds
 * that are over by the clock of the service, where no task comes any more. Without a status nothing shifts there. With
 * one, tasks leave and enter as their status changes: so time is cut into windows until each comes in one response.
 */
export async function* walk(ask: Ask, filter: WireFilter, signal?: AbortSignal): AsyncGenerator<Task> {
  const from = readTime(filter.start_time)?.getTime() ?? 0;
  const until = readTime(filter.end_time)?.getTime() ?? Infinity;
  const received = await ask(filter);
  const { is_truncated, task_array } = readFull(received);
  if (!is_truncated) return yield* task_array;

  const now = Date.parse(received.response.headers.get("Date") ?? "") || Date.now();
  const over = Math.min(until, Math.floor(now / second) * second - second);
  if (over < from) {
    await delay(second, signal);
    return yield* walk(ask, filter, signal);
  }
  if (over < until) yield* walk(ask, { ...filter, start_time: write(over + second) }, signal);
  yield* filter.status === undefined
    ? walkPages(ask, { ...filter, end_time: write(over) })
    : walkWindows(ask, filter, from, over);
}

/** Yields the tasks of one page after the other. */
async function* walkPages(ask: Ask, filter: WireFilter): AsyncGenerator<Task> {
  for (let page = 0, truncated = 1; truncated; page++) {
    const { is_truncated, task_array } = readFull(await ask({ ...filter, page }));
    truncated = is_truncated;
    yield* task_array;
  }
}

/** Yields the tasks of windows of time, newer ones first, each window in one response. */
async function* walkWindows(ask: Ask, filter: WireFilter, start: number, end: number): AsyncGenerator<Task> {
  const windows = [[start, end] as const];
  for (let window; (window = windows.pop());) {
    const [from, to] = window;
    const span = { ...filter, start_time: write(from), end_time: write(to) };
    const { is_truncated, task_array } = readFull(await ask(span));
    if (!is_truncated) {
      yield* task_array;
    } else if (from === to) {
      // One second with more tasks than a response holds: nothing shifts in it while the status is not asked for.
      for await (const task of walkPages(ask, { ...span, status: undefined })) {
        if (task.status === filter.status) yield task;
      }
    } else {
      // Where the page ends is a good cut, whatever the order: then at least one side is small.
      const last = readTime(task_array.at(-1)?.create_time)?.getTime() ?? (from + to) / 2;
      const cut = Math.max(from, Math.min(Math.floor(last / second) * second, to - second));
      windows.push([from, cut], [cut + second, to]);
    }
  }
}

/** Reads a page. One that is empty with more to follow would be followed for ever. */
function readFull(received: Received): TaskPage {
  const page = readPage(received);
  if (page.task_array.length || !page.is_truncated) return page;
  throw unexpected(received, "is an empty page with more to follow");
}

function write(time: number): string {
  return formatTimestamp(new Date(time));
}
