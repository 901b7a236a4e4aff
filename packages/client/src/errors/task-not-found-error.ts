import type { Task } from "../task.ts";
import { MpcError } from "./mpc-error.ts";

/** The project has no task with an ID that was asked for. */
export class TaskNotFoundError extends MpcError {
  override name = "TaskNotFoundError";
  /** The IDs without a task. */
  readonly taskIds: readonly string[];
  /** The tasks that were found beside them. */
  readonly tasks: readonly Task[];

  constructor(taskIds: readonly string[], tasks: readonly Task[]) {
    super(`no task has the ID ${taskIds.join(", ")}`);
    this.taskIds = taskIds;
    this.tasks = tasks;
  }
}
