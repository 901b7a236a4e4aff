import type { TaskRecord } from "../tasks/record.ts";

/** Which tasks of a project, and which part of them. */
export interface Selection {
  status?: string;
  /** The earliest and the latest `create_time`, both included. */
  from?: string;
  to?: string;
  /** How many of those that match come before the part, and how many it has at most. */
  offset: number;
  limit: number;
}

/** The tasks of each project that a store begins with. */
export type Seed = Readonly<Record<string, readonly TaskRecord[]>>;

/** Work that was handed out. */
export interface Job {
  project: string;
  /** The ID of the task. */
  id: string;
  workId: string;
  /** Whether it was begun before, by who has not ended it. */
  isAgain: boolean;
  /** Aborted when somebody else is to do it. */
  signal?: AbortSignal;
}

/** Does what is to be done of a task, from its beginning to its end. */
export type Worker = (job: Job) => Promise<void>;

/** Where tasks are kept. Records are never changed in place, neither by a store nor by who takes one from it. */
export interface Store {
  /** Those that are selected, newest first, and how many match in all. */
  list: (project: string, selection: Selection) => Promise<{ records: TaskRecord[]; total: number }>;
  /** The tasks with these IDs, in their order. */
  find: (project: string, ids: readonly string[]) => Promise<(TaskRecord | undefined)[]>;
  /** Adds what `make` makes with an ID that the project has not had, and hands it to a worker if it has work. */
  create: (project: string, make: (id: number) => TaskRecord) => Promise<TaskRecord>;
  /** Puts what `change` makes of a task in its place. It is left as it is when that is nothing. */
  change: (
    project: string,
    id: string,
    change: (record: TaskRecord) => TaskRecord | undefined,
  ) => Promise<TaskRecord | undefined>;
  /** Lets every task go on that was due up to `now`, as often as it was. */
  settle: (now: number, advance: (record: TaskRecord, at: number) => TaskRecord) => Promise<void>;
  /** From now on work is done, also what was left undone. */
  startWork: (worker: Worker) => Promise<void>;
  /** Resolves when nothing is left to do that is due. */
  idle: () => Promise<void>;
  /** Puts the seed in; a store that has had one keeps what it has. */
  begin: (seed: Seed) => Promise<void>;
  /** Takes everything out and puts the seed in. */
  reset: (seed: Seed) => Promise<void>;
  /** Ends all that goes on. The tasks stay where they are. */
  close: () => Promise<void>;
}
