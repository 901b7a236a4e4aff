import { checkTimeout } from "./check-timeout.ts";
import { withDeadline } from "./deadline.ts";
import { delay } from "./delay.ts";
import type { Encryptions, WaitOptions } from "./encryptions.ts";
import { TaskFailedError } from "./errors/task-failed-error.ts";
import { lifeCycle, maxTaskIds, rateLimit } from "./generated/wire.ts";
import type { Task } from "./task.ts";

/** The first pause between two looks at the tasks, the longest, and by how much each is longer than the last. */
const firstPause = 1000;
const longestPause = 30_000;
const growth = 1.5;

/** Looks the tasks up, ten a request and ever more rarely, until all have ended. */
export async function waitForAll(
  getMany: Encryptions["getMany"],
  ids: readonly string[],
  { onProgress, signal, throwOnFailure = true, timeout = 3_600_000 }: WaitOptions = {},
): Promise<Task[]> {
  checkTimeout("waitFor", "timeout", timeout);
  return withDeadline(
    timeout,
    signal,
    async (signal) => {
      const seen = new Map<string, Task>();
      for (let pending = ids, pause = firstPause; ; pause = Math.min(pause * growth, longestPause)) {
        for (const task of await getMany(pending, { signal })) {
          seen.set(task.task_id, task);
          if (throwOnFailure && hasFailed(task)) throw new TaskFailedError(task);
        }
        pending = ids.filter((id) => !hasEnded(seen.get(id)!));
        const tasks = ids.map((id) => seen.get(id)!);
        onProgress?.({ ended: ids.length - pending.length, total: ids.length, tasks });
        if (!pending.length) return tasks;
        // However many tasks there are, the tenant's limit holds.
        const pace = (Math.ceil(pending.length / maxTaskIds) * rateLimit.seconds * 1000) / rateLimit.calls;
        await delay(Math.max(pause * (1 - Math.random() / 2), pace), signal);
      }
    },
    timeout,
  );
}

function hasFailed({ status }: Task): boolean {
  return status === lifeCycle.failed || status === lifeCycle.cancelled;
}

function hasEnded(task: Task): boolean {
  return task.status === lifeCycle.succeeded || hasFailed(task);
}
