import { badArgument, badValue } from "./bad-argument.ts";
import type { IdFilter, PageFilter, TaskFilter, Time } from "./encryptions.ts";
import * as wire from "./generated/wire.ts";
import type { EncryptionTaskRequest } from "./task.ts";
import { readTime, writeTime } from "./timestamp.ts";

/** A filter as it goes over the wire. */
export type WireFilter = {
  task_id?: readonly string[] | undefined;
  status?: string | undefined;
  start_time?: string | undefined;
  end_time?: string | undefined;
  page?: number | undefined;
  size?: number | undefined;
};

/** Refuses what are no IDs of tasks. */
export function checkTaskIds(caller: string, ids: readonly string[]): void {
  if (!Array.isArray(ids)) badValue(caller, "task_id", "give a list of IDs", ids);
  for (const id of ids) {
    if (typeof id === "string" && wire.taskId.pattern.test(id)) continue;
    badValue(caller, "task_id", `give ${wire.taskId.description}`, id);
  }
}

/** Checks a filter, and writes it for the wire. */
export function readFilter(filter: IdFilter | TaskFilter | PageFilter): WireFilter {
  const { end_time, page, size, start_time, status, task_id } = filter;
  if (task_id !== undefined) {
    checkTaskIds("list", task_id);
    if (!task_id.length || task_id.length > wire.maxTaskIds) {
      badValue("list", "task_id", `give 1 to ${wire.maxTaskIds} IDs, or use getMany`, task_id.length);
    }
    for (const [name, value] of Object.entries({ start_time, end_time, page, size })) {
      if (value !== undefined) badValue("list", name, "leave it out beside task_id", value);
    }
  }
  if (status !== undefined && (typeof status !== "string" || !status)) {
    badValue("list", "status", "give a word", status);
  }
  checkCount("page", page, wire.page);
  checkCount("size", size, wire.size);
  return {
    task_id,
    status,
    start_time: toTimestamp("start_time", start_time),
    end_time: toTimestamp("end_time", end_time),
    page,
    size,
  };
}

function checkCount(name: string, count: number | undefined, [least, most]: typeof wire.page): void {
  if (count === undefined || (Number.isInteger(count) && count >= least && count <= most)) return;
  badValue("list", name, `give a whole number from ${least} to ${most}`, count);
}

function toTimestamp(name: string, time: Time | undefined): string | undefined {
  if (time === undefined) return undefined;
  const date = typeof time === "string" ? readTime(time) : time;
  return writeTime(date) ?? badValue("list", name, `give a Date, or ${wire.timestampDescription}`, time);
}

/** Refuses what is no task to create. */
export function checkTask(task: EncryptionTaskRequest): void {
  for (const [path, pattern, words, optional, secret] of wire.taskRules) {
    let value: unknown = task;
    for (const key of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[key];
    if ((optional && value === undefined) || (typeof value === "string" && pattern.test(value))) continue;
    const mend = `give ${words}`;
    if (secret) badArgument("create", path, mend);
    badValue("create", path, mend, value);
  }
}
