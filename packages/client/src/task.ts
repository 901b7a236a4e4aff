import type { components } from "./generated/contract.ts";

type Schemas = components["schemas"];

/** A task, as it is on the wire. */
export type EncryptionTask = Schemas["EncryptionTask"];
/** One page of tasks, as it is on the wire. */
export type EncryptionTaskPage = Schemas["EncryptionTaskPage"];
/** A task to create. */
export type EncryptionTaskRequest = Schemas["EncryptionTaskRequest"];
/** The status of a task: one of the known words, or any other. */
export type TaskStatus = Schemas["TaskStatus"];
/** A status to ask for: one of the known words, or any other. */
export type TaskStatusFilter = Schemas["TaskStatusFilter"];
/** What is said of an error. */
export type ErrorBody = Schemas["ErrorBody"];
/** What went wrong: one of the known codes, or any other. */
export type ErrorCode = Schemas["ErrorCode"];

/** A task, with ID and times as text, whatever was on the wire. */
export interface Task extends Omit<EncryptionTask, "task_id" | "create_time" | "end_time"> {
  /** The ID of the task. */
  task_id: string;
  /** When the task was created, in UTC, as `yyyymmddhhmmss`; `parseTimestamp` makes it a `Date`. */
  create_time?: string;
  /** When the task ended, in UTC, as `yyyymmddhhmmss`. Absent while it has not. */
  end_time?: string;
}

/** One page of tasks, with IDs and times as text. */
export interface TaskPage extends Omit<EncryptionTaskPage, "task_array"> {
  /** The tasks of this page. */
  task_array: Task[];
}
