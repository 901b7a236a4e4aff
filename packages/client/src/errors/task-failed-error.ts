import type { Task } from "../task.ts";
import { MpcError } from "./mpc-error.ts";

/** A task that was waited for has failed, or was cancelled. */
export class TaskFailedError extends MpcError {
  override name = "TaskFailedError";
  /** The task, with its `status` and, when the service gives one, the `description` of what went wrong. */
  readonly task: Task;

  constructor(task: Task) {
    super(`task ${task.task_id} is ${task.status}${task.description ? `: ${task.description}` : ""}`);
    this.task = task;
  }
}
