import type { EncryptionTask, EncryptionTaskPage, Task, TaskPage } from "./task.ts";
import { type Received, unexpected } from "./receive.ts";

/** Reads a page. @throws {UnexpectedResponseError} When it is none. */
export function readPage(received: Received): TaskPage {
  const page = (received.body ?? {}) as Partial<EncryptionTaskPage>;
  const { is_truncated, task_array, total } = page;
  if (!Array.isArray(task_array)) throw without(received, "task_array");
  if (is_truncated !== 0 && is_truncated !== 1) throw without(received, "is_truncated");
  if (typeof total !== "number") throw without(received, "total");
  return { ...page, is_truncated, total, task_array: task_array.map((task) => readTask(received, task)) };
}

/** Reads a task in place: a page has many, and nobody else holds what was parsed. */
function readTask(received: Received, task: EncryptionTask | null): Task {
  if (typeof task?.status !== "string") throw without(received, "status");
  task.task_id = readTaskId(received, task);
  // What is absent, or null, stays absent.
  if (task.create_time == null) delete task.create_time;
  else task.create_time = String(task.create_time);
  if (task.end_time == null) delete task.end_time;
  else task.end_time = String(task.end_time);
  return task as Task;
}

/** Reads the ID of a task. A number that a double does not hold exactly would be that of another task. */
export function readTaskId(received: Received, task: unknown): string {
  const { task_id: id } = (task ?? {}) as { task_id?: unknown };
  if (typeof id === "string" ? id : Number.isSafeInteger(id)) return String(id);
  throw without(received, "task_id");
}

function without(received: Received, name: string): Error {
  return unexpected(received, `has no ${name} as the contract says`);
}
