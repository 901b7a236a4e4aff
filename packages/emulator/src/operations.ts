import type { components, EncryptionTask } from "@mpc-contract/client";
import type { OperationId } from "@mpc-contract/validator";
import { defaults, lifeCycle } from "./generated/wire.ts";
import type { Answer, Refusal } from "./refuse.ts";
import type { TaskStore } from "./tasks.ts";

type Schemas = components["schemas"];

/** A request that keeps the contract. */
export interface Call {
  project: string;
  query: URLSearchParams;
  body: unknown;
  tasks: TaskStore;
  now: Date;
}

/** What each operation of the contract does. */
export const operations: Record<OperationId, (call: Call) => Answer | Refusal> = {
  listEncryptionTasks,
  createEncryptionTask,
  cancelEncryptionTask,
};

function listEncryptionTasks({ project, query, tasks }: Call): Answer | Refusal {
  const status = query.get("status");
  const hasStatus = (task: EncryptionTask): boolean => status === null || task.status === status;
  const ids = new Set(query.getAll("task_id"));
  if (ids.size > 0) {
    const found = [...ids].map(
      (id): EncryptionTask => tasks.find(project, id) ?? { task_id: id, status: lifeCycle.missing },
    );
    const matching = found.filter(hasStatus);
    return page(matching, matching.length, false);
  }
  const from = query.get("start_time") ?? "";
  const to = query.get("end_time") ?? "";
  if (from !== "" && to !== "" && from > to) return "invalid-parameter";
  const matching = tasks.list(project).filter((task) => {
    const time = String(task.create_time ?? "");
    return hasStatus(task) && (from === "" || time >= from) && (to === "" || (time !== "" && time <= to));
  });
  const size = Number(query.get("size") ?? defaults.size);
  const start = Number(query.get("page") ?? defaults.page) * size;
  return page(matching.slice(start, start + size), matching.length, start + size < matching.length);
}

function page(task_array: EncryptionTask[], total: number, truncated: boolean): Answer {
  const body: Schemas["EncryptionTaskPage"] = { task_array, is_truncated: truncated ? 1 : 0, total };
  return { status: 200, body };
}

function createEncryptionTask({ body, now, project, tasks }: Call): Answer {
  const { input, output, user_data } = body as Schemas["EncryptionTaskRequest"];
  const ids = tasks.list(project).map((task) => Number(task.task_id));
  // The largest number that a double holds exactly has no next one.
  const numbers = ids.filter((id) => Number.isSafeInteger(id) && id < Number.MAX_SAFE_INTEGER);
  const task_id = numbers.reduce((largest, id) => Math.max(largest, id), 0) + 1;
  tasks.put(project, {
    task_id,
    status: lifeCycle.created,
    create_time: timestamp(now),
    input,
    output,
    ...(user_data === undefined ? {} : { user_data }),
  });
  const created: Schemas["CreatedTask"] = { task_id };
  return { status: 202, body: created };
}

function cancelEncryptionTask({ now, project, query, tasks }: Call): Answer | Refusal {
  const task = tasks.find(project, query.get("task_id") ?? "");
  if (!task) return "invalid-parameter";
  if (task.status !== lifeCycle.created) return "wrong-state";
  tasks.put(project, { ...task, status: lifeCycle.cancelled, end_time: timestamp(now) });
  return { status: 204 };
}

/** A time as the service writes it: 14 digits in UTC, as a number. */
function timestamp(date: Date): number {
  return Number(date.toISOString().replace(/\D/g, "").slice(0, 14));
}
