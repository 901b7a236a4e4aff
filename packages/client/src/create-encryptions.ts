import { badValue } from "./bad-argument.ts";
import { checkTask, checkTaskIds, readFilter, type WireFilter } from "./check-arguments.ts";
import type { Call } from "./client.ts";
import { type DataPromise, toDataPromise } from "./data-promise.ts";
import type { Encryptions, IdFilter, PageFilter, TaskFilter, TaskList } from "./encryptions.ts";
import { TaskNotFoundError } from "./errors/task-not-found-error.ts";
import { lifeCycle, maxTaskIds, size } from "./generated/wire.ts";
import { readPage, readTaskId } from "./read-task.ts";
import { type Received, unexpected } from "./receive.ts";
import type { Task, TaskPage } from "./task.ts";
import type { CallOptions } from "./transport.ts";
import { waitForAll } from "./wait.ts";
import { walk } from "./walk.ts";

/** Makes the comfortable layer over the calls of a client. */
export function createEncryptions(call: Call): Encryptions {
  const ask = (query: WireFilter, options?: CallOptions): Promise<Received> =>
    call("GET", { params: { query } }, options);

  async function getMany(ids: readonly string[], options?: CallOptions): Promise<Task[]> {
    checkTaskIds("getMany", ids);
    const found = new Map<string, Task>();
    const distinct = [...new Set(ids)];
    for (let i = 0; i < distinct.length; i += maxTaskIds) {
      const received = await ask({ task_id: distinct.slice(i, i + maxTaskIds) }, options);
      for (const task of readPage(received).task_array) {
        if (task.status !== lifeCycle.missing) found.set(task.task_id, task);
      }
    }
    const missing = distinct.filter((id) => !found.has(id));
    if (missing.length) throw new TaskNotFoundError(missing, [...found.values()]);
    return ids.map((id) => found.get(id)!);
  }

  function list(filter: IdFilter | TaskFilter | PageFilter = {}, options?: CallOptions): TaskList {
    let page: DataPromise<TaskPage> | undefined;
    const load = (): DataPromise<TaskPage> =>
      (page ??= toDataPromise(async () => ask(readFilter(filter), options), readPage));
    return {
      // oxlint-disable-next-line unicorn/no-thenable -- awaited it is a page
      then: (resolved, rejected) => load().then(resolved, rejected),
      catch: (rejected) => load().catch(rejected),
      finally: (settled) => load().finally(settled),
      withResponse: () => load().withResponse(),
      [Symbol.toStringTag]: "TaskList",
      async *[Symbol.asyncIterator]() {
        const read = readFilter(filter);
        if (read.page !== undefined) badValue("list", "page", "leave it out to iterate", read.page);
        if (read.task_id) yield* readPage(await ask(read, options)).task_array;
        else {
          const all = { ...read, size: read.size ?? size[1] };
          yield* walk((query) => ask(query, options), all, options?.signal);
        }
      },
    };
  }

  return {
    list,
    getMany,
    get: (id, options) =>
      toDataPromise(
        async () => {
          checkTaskIds("get", [id]);
          return ask({ task_id: [id] }, options);
        },
        (received) => {
          const task = readPage(received).task_array.find(({ task_id }) => task_id === id);
          if (!task || task.status === lifeCycle.missing) throw new TaskNotFoundError([id], []);
          return task;
        },
      ),
    create: (task, options) =>
      toDataPromise(async () => {
        checkTask(task);
        const { iv, key } = task.encryption.hls_encrypt;
        return call("POST", { body: task }, options, iv ? [key, iv] : [key]);
      }, readCreated),
    cancel: (id, options) =>
      toDataPromise(async () => {
        checkTaskIds("cancel", [id]);
        return call("DELETE", { params: { query: { task_id: id } } }, options);
      }, checkEmpty),
    async waitFor(id, options) {
      checkTaskIds("waitFor", [id]);
      return (await waitForAll(getMany, [id], options))[0]!;
    },
    async waitForAll(ids, options) {
      checkTaskIds("waitForAll", ids);
      return waitForAll(getMany, ids, options);
    },
  };
}

function readCreated(received: Received): string {
  return readTaskId(received, received.body);
}

function checkEmpty(received: Received): void {
  if (received.text) throw unexpected(received, "has a body");
}
