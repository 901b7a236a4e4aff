import type { DataPromise } from "./data-promise.ts";
import type { EncryptionTaskRequest, Task, TaskPage, TaskStatusFilter } from "./task.ts";
import type { CallOptions } from "./transport.ts";

/** A time: a `Date`, or 14 digits `yyyymmddhhmmss` in UTC. */
export type Time = Date | string;

/** Tasks looked up by their IDs. Times and pages do not go with them: the service would ignore them. */
export interface IdFilter {
  /** The IDs, 10 at most; `getMany` takes any number. */
  task_id: readonly string[];
  /** Only those in this status. */
  status?: TaskStatusFilter | undefined;
  start_time?: never;
  end_time?: never;
  size?: never;
  page?: never;
}

/** Tasks found by status and time. */
export interface TaskFilter {
  task_id?: never;
  /** Only tasks in this status. */
  status?: TaskStatusFilter | undefined;
  /** Only tasks from this time on. */
  start_time?: Time | undefined;
  /** Only tasks up to this time, which is included. */
  end_time?: Time | undefined;
  /** How many tasks a request brings, from 1 to 100. When absent, 10 for a page and 100 for all tasks. */
  size?: number | undefined;
  page?: never;
}

/** One page of those that a filter has. */
export interface PageFilter extends Omit<TaskFilter, "page"> {
  /** Which page, counted from 0. */
  page: number;
}

/**
 * Tasks: awaited it is the first page, iterated it is all of them. Nothing is sent before either.
 *
 * Iteration misses nothing. It takes the tasks that were created before it began. Without `status`, each of them comes
 * exactly once, however many are created meanwhile. With `status`, a task that is in that status all the
 * while comes exactly once, whatever happens to others; one that changes meanwhile comes once or not at all.
 */
export interface TaskList extends DataPromise<TaskPage>, AsyncIterable<Task> {}

/** How to wait. */
export interface WaitOptions {
  /** Ends the wait. The tasks go on. */
  signal?: AbortSignal | undefined;
  /** How long to wait at most, in milliseconds; an hour when absent. */
  timeout?: number | undefined;
  /** Whether a task that has failed or was cancelled makes the promise reject; true when absent. */
  throwOnFailure?: boolean | undefined;
  /** Called each time that all tasks which may have changed were looked up. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** How far the tasks that are waited for have come. */
export interface Progress {
  /** How many have ended. */
  ended: number;
  /** How many there are. */
  total: number;
  /** All of them as last seen, in the order of their IDs as given. */
  tasks: readonly Task[];
}

/**
 * The encryption tasks of the project. All methods reject with an `MpcError`, or with a `TypeError` when an argument is
 * wrong; then nothing was sent. Paths and rules are those of `/v1/{project_id}/encryptions` in the contract.
 */
export interface Encryptions {
  /** Tasks by a filter: one page of them, or all. */
  list: {
    /** One page. */
    (filter: PageFilter, options?: CallOptions): DataPromise<TaskPage>;
    /** A page when awaited, all tasks when iterated. Newest first, as far as is known. */
    (filter?: IdFilter | TaskFilter, options?: CallOptions): TaskList;
  };
  /**
   * One task.
   *
   * @throws {TaskNotFoundError} When the project has none with that ID.
   */
  get: (taskId: string, options?: CallOptions) => DataPromise<Task>;
  /**
   * Tasks by their IDs, in the order given, ten a request, one request after the other.
   *
   * @throws {TaskNotFoundError} With the tasks that were found.
   */
  getMany: (taskIds: readonly string[], options?: CallOptions) => Promise<Task[]>;
  /**
   * Creates a task, and gives its ID. After a `ConnectionError` or a `TimeoutError` it may exist nevertheless: it is not
   * created again by itself, so look for it with `list`.
   */
  create: (task: EncryptionTaskRequest, options?: CallOptions) => DataPromise<string>;
  /** Cancels a task, which must not have begun. */
  cancel: (taskId: string, options?: CallOptions) => DataPromise<void>;
  /**
   * Waits until a task has ended.
   *
   * @throws {TaskFailedError} When it has failed or was cancelled.
   * @throws {TaskNotFoundError} When the project has none with that ID.
   * @throws {TimeoutError} When it has not ended in time.
   */
  waitFor: (taskId: string, options?: WaitOptions) => Promise<Task>;
  /** Waits until all have ended; otherwise as `waitFor`. Gives the tasks in the order of their IDs as given. */
  waitForAll: (taskIds: readonly string[], options?: WaitOptions) => Promise<Task[]>;
}
