import type { components } from "@mpc-contract/client";
import type { OperationId } from "@mpc-contract/validator";
import type { Refusal } from "../gateway/refuse.ts";
import { defaults, lifeCycle, success } from "../generated/wire.ts";
import type { Answer } from "../message.ts";
import type { Store } from "../store/store.ts";
import { advance, cancel, plan, type Planning } from "./life-cycle.ts";
import { placeOf, recordOf, type TaskRecord } from "./record.ts";
import { timestamp } from "./timestamp.ts";

type Schemas = components["schemas"];

/** A request that keeps the contract. */
export interface Call {
  project: string;
  query: string;
  body: unknown;
  store: Store;
  planning: Planning;
  now: number;
}

/** The earliest time that has digits to write it with. */
const firstTime = "00000000000001";

/** What each operation of the contract does. */
export const operations: Record<OperationId, (call: Call) => Promise<Answer | Refusal>> = {
  listEncryptionTasks,
  createEncryptionTask,
  cancelEncryptionTask,
};

async function listEncryptionTasks({ now, project, query: text, store }: Call): Promise<Answer | Refusal> {
  const query = new URLSearchParams(text);
  const status = query.get("status") ?? undefined;
  const ids = [...new Set(query.getAll("task_id"))];
  if (ids.length > 0) {
    const found = await store.find(project, ids);
    const tasks = found
      .map((record, index) => record?.task ?? { task_id: ids[index]!, status: lifeCycle.missing })
      .filter((task) => status === undefined || task.status === status);
    const shown = new Set(tasks);
    await countPolls(
      store,
      found.filter((record) => record && shown.has(record.task)),
      now,
    );
    return page(tasks, tasks.length, false);
  }
  const from = query.get("start_time") ?? undefined;
  const to = query.get("end_time") ?? undefined;
  if (from !== undefined && to !== undefined && from > to) return "invalid-parameter";
  const size = Number(query.get("size") ?? defaults.size);
  const offset = Number(query.get("page") ?? defaults.page) * size;
  const { records, total } = await store.list(project, {
    ...(status !== undefined && { status }),
    ...(from !== undefined && { from }),
    // A task that has no time is before every time, and in no range.
    ...(to !== undefined && { from: from ?? firstTime, to }),
    offset,
    limit: size,
  });
  await countPolls(store, records, now);
  return page(
    records.map(({ task }) => task),
    total,
    offset + size < total,
  );
}

function page(task_array: Schemas["EncryptionTask"][], total: number, truncated: boolean): Answer {
  const body: Schemas["EncryptionTaskPage"] = { task_array, is_truncated: truncated ? 1 : 0, total };
  return { status: success.listEncryptionTasks, body };
}

/** Lets tasks go on that have been shown often enough. */
async function countPolls(
  store: Store,
  shown: readonly (TaskRecord | undefined)[],
  now: number,
): Promise<void> {
  for (const record of shown) {
    if (record?.pollsLeft === undefined) continue;
    await store.change(record.project, String(record.task.task_id), (current) => {
      if (current.pollsLeft === undefined) return undefined;
      return current.pollsLeft > 1 ? { ...current, pollsLeft: current.pollsLeft - 1 } : advance(current, now);
    });
  }
}

async function createEncryptionTask({ body, now, planning, project, store }: Call): Promise<Answer> {
  const { encryption, input, output, user_data } = body as Schemas["EncryptionTaskRequest"];
  const { task } = await store.create(project, (task_id) => {
    const record = recordOf(project, {
      task_id,
      status: lifeCycle.created,
      create_time: timestamp(now),
      input: placeOf(input),
      output: placeOf(output),
      ...(user_data === undefined ? {} : { user_data }),
    });
    const { algorithm, iv, key, url } = encryption.hls_encrypt;
    const secret = {
      key,
      url,
      ...(iv !== undefined && { iv }),
      ...(algorithm !== undefined && { algorithm }),
    };
    return plan({ ...record, encryption: secret }, now, planning);
  });
  const created: Schemas["CreatedTask"] = { task_id: task.task_id };
  return { status: success.createEncryptionTask, body: created };
}

async function cancelEncryptionTask({ now, project, query, store }: Call): Promise<Answer | Refusal> {
  const id = new URLSearchParams(query).get("task_id") ?? "";
  let isThere = false;
  const cancelled = await store.change(project, id, (record) => {
    isThere = true;
    return record.task.status === lifeCycle.created ? cancel(record, now) : undefined;
  });
  if (cancelled) return { status: success.cancelEncryptionTask };
  return isThere ? "wrong-state" : "invalid-parameter";
}
