import type { EncryptionTask } from "@mpc-contract/client";

/** The tasks of all projects, in memory. */
export interface TaskStore {
  /** The tasks of a project, newest first; of one second, the larger ID first. */
  list(project: string): readonly EncryptionTask[];
  find(project: string, id: string): EncryptionTask | undefined;
  /** Adds a task, or puts it in the place of the one with its ID. */
  put(project: string, task: EncryptionTask): void;
}

const byNumber = new Intl.Collator("en", { numeric: true });

function newestFirst(a: EncryptionTask, b: EncryptionTask): number {
  const times = String(b.create_time ?? "").localeCompare(String(a.create_time ?? ""));
  return times || byNumber.compare(String(b.task_id), String(a.task_id));
}

/** A store that begins with copies of the given tasks. */
export function createTaskStore(seed: Readonly<Record<string, readonly EncryptionTask[]>>): TaskStore {
  const projects = new Map<string, Map<string, EncryptionTask>>();
  const store: TaskStore = {
    list: (project) => [...(projects.get(project)?.values() ?? [])].toSorted(newestFirst),
    find: (project, id) => projects.get(project)?.get(id),
    put(project, task) {
      let tasks = projects.get(project);
      if (!tasks) projects.set(project, (tasks = new Map()));
      tasks.set(String(task.task_id), structuredClone(task));
    },
  };
  for (const [project, tasks] of Object.entries(seed)) {
    for (const task of tasks) store.put(project, task);
  }
  return store;
}
