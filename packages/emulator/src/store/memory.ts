import type { OwnClock } from "../clock.ts";
import { afterTime, type TaskRecord } from "../tasks/record.ts";
import { createLocalQueue } from "./local-queue.ts";
import { nextId } from "./next-id.ts";
import { createSortedList, type SortedList } from "./sorted-list.ts";
import type { Seed, Store } from "./store.ts";

type List = SortedList<TaskRecord>;

/** The tasks of one project. */
interface Project {
  /** Those of the seed, which no one changes, and those that were put in their place or added. */
  seeded: ReadonlyMap<string, TaskRecord>;
  changed: Map<string, TaskRecord>;
  all: List;
  byStatus: Map<string, List>;
  lastId: number;
}

/** A store in memory. To reset it takes no longer when there are many tasks. */
export function createMemoryStore(clock: OwnClock, onError: (error: Error) => void): Store {
  const queue = createLocalQueue(clock, onError);
  let seedOf: Seed = {};
  let original = new Map<string, Project>();
  let projects = new Map<string, Project>();
  let due = createSortedList(dueKey);

  function projectOf(name: string): Project {
    let project = projects.get(name);
    if (!project) {
      project = copy(original.get(name) ?? createProject([]));
      projects.set(name, project);
    }
    return project;
  }

  function put(name: string, record: TaskRecord, old?: TaskRecord): void {
    const project = projectOf(name);
    if (old) {
      project.all.remove(old);
      project.byStatus.get(old.task.status)?.remove(old);
      if (old.dueAt !== undefined) due.remove(old);
    }
    const { status, task_id } = record.task;
    project.changed.set(String(task_id), record);
    project.all.add(record);
    const list = project.byStatus.get(status) ?? createSortedList(keyOf);
    project.byStatus.set(status, list);
    list.add(record);
    if (record.dueAt !== undefined) due.add(record);
  }

  const get = ({ changed, seeded }: Project, id: string): TaskRecord | undefined =>
    changed.get(id) ?? seeded.get(id);

  const store: Store = {
    async list(name, { from, limit, offset, status, to }) {
      const project = projects.get(name) ?? original.get(name);
      const list = status === undefined ? project?.all : project?.byStatus.get(status);
      if (!list) return { records: [], total: 0 };
      const begin = from === undefined ? 0 : list.rank(from);
      const end = to === undefined ? list.size() : list.rank(afterTime(to));
      const last = Math.max(end - offset, begin);
      return {
        records: list.slice(Math.max(last - limit, begin), last).toReversed(),
        total: Math.max(end - begin, 0),
      };
    },
    async find(name, ids) {
      const project = projects.get(name) ?? original.get(name);
      return ids.map((id) => project && get(project, id));
    },
    async create(name, make) {
      const project = projectOf(name);
      project.lastId += 1;
      const record = make(project.lastId);
      put(name, record);
      if (record.workAt !== undefined) queue.add(record);
      return record;
    },
    async change(name, id, change) {
      const project = projects.get(name) ?? original.get(name);
      const old = project && get(project, id);
      const changed = old && change(old);
      if (!changed) return undefined;
      put(name, changed, old);
      if (changed.workId !== undefined && changed.workId !== old.workId) queue.add(changed);
      return changed;
    },
    async settle(now, advance) {
      for (let record = due.first(); record && record.dueAt! <= now; record = due.first()) {
        put(record.project, advance(record, record.dueAt!), record);
      }
    },
    startWork: async (worker) => queue.start(worker, []),
    idle: () => queue.idle(),
    begin: (seed) => store.reset(seed),
    async reset(seed) {
      await queue.clear();
      if (seed !== seedOf) {
        original = new Map(Object.entries(seed).map(([name, records]) => [name, createProject(records)]));
        seedOf = seed;
      }
      projects = new Map();
      due = createSortedList(dueKey);
    },
    close: () => queue.close(),
  };
  return store;
}

const keyOf = ({ position }: TaskRecord): string => position;

function dueKey({ dueAt = 0, project, task }: TaskRecord): string {
  return `${String(dueAt).padStart(16, "0")} ${project} ${task.task_id}`;
}

function createProject(records: readonly TaskRecord[]): Project {
  const byId = new Map(records.map((record) => [String(record.task.task_id), record]));
  const sorted = [...byId.values()].toSorted((a, b) => (a.position < b.position ? -1 : 1));
  const byStatus = new Map<string, TaskRecord[]>();
  for (const record of sorted) {
    const list = byStatus.get(record.task.status);
    if (list) list.push(record);
    else byStatus.set(record.task.status, [record]);
  }
  return {
    seeded: byId,
    changed: new Map(),
    all: createSortedList(keyOf, sorted),
    byStatus: new Map([...byStatus].map(([status, list]) => [status, createSortedList(keyOf, list)])),
    lastId: nextId(byId.keys()) - 1,
  };
}

function copy({ all, byStatus, lastId, seeded }: Project): Project {
  return {
    seeded,
    changed: new Map(),
    all: all.copy(),
    byStatus: new Map([...byStatus].map(([status, list]) => [status, list.copy()])),
    lastId,
  };
}
