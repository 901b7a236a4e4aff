import { createMpcClient } from "@mpc-contract/client";
import { describe, expect, test } from "vitest";
import { createEmulator, emulatorCredentials, emulatorToken } from "../src/index.ts";
import { order, send } from "./send.ts";

const origin = "http://127.0.0.1:4010";
const token = { "X-Auth-Token": emulatorToken };
describe("the listing", () => {
  const tasks = Array.from({ length: 25 }, (_, index) => ({
    task_id: 990 + index,
    status: index % 2 === 0 ? "SUCCEEDED" : "FAILED",
    // Pairs of one second, numbers and texts in turn.
    create_time:
      index % 3 === 0
        ? 20260101000000 + Math.floor((index + 1) / 2)
        : String(20260101000000 + Math.floor((index + 1) / 2)),
  }));

  test.each([1, 3, 5, 10, 25, 100])("yields each task once over pages of %i, newest first", async (size) => {
    const emulator = createEmulator({ seed: { tasks: { p: tasks } } });
    const seen: unknown[] = [];
    let page = 0;
    for (let more = true; more; page++) {
      const [status, body] = await send(emulator, "GET", `?size=${size}&page=${page}`);
      expect([status, body.total]).toEqual([200, tasks.length]);
      seen.push(...body.task_array.map(({ task_id }) => task_id));
      more = body.is_truncated === 1;
    }
    expect(page).toBe(Math.ceil(tasks.length / size));
    expect(seen).toEqual(tasks.map((task) => task.task_id).toReversed());
  });

  test("filters by status and by time, both ends included", async () => {
    const emulator = createEmulator({ seed: { tasks: { p: tasks } } });
    const [, body] = await send(
      emulator,
      "GET",
      "?status=FAILED&start_time=20260101000001&end_time=20260101000002",
    );
    expect(body.task_array.map(({ task_id }) => task_id)).toEqual([993, 991]);
    expect(body).toMatchObject({ is_truncated: 0, total: 2 });
  });

  test.each(["__proto__", "constructor", "toString"])("of a project called %s is empty", async (project) => {
    const response = await createEmulator().fetch(`${origin}/v1/${project}/encryptions`, { headers: token });
    expect(await response.json()).toEqual({ task_array: [], is_truncated: 0, total: 0 });
  });

  test("keeps to its project", async () => {
    const emulator = createEmulator({ seed: { tasks: { other: tasks } } });
    expect(await send(emulator, "GET")).toEqual([200, { task_array: [], is_truncated: 0, total: 0 }]);
  });
});

describe("a task", () => {
  test("is not seen by another emulator, nor changed by who gave it", async () => {
    const tasks = { p: [{ task_id: 1, status: "WAITING" }] };
    const [first, second] = [createEmulator({ seed: { tasks } }), createEmulator({ seed: { tasks } })];
    await send(first, "DELETE", "?task_id=1");
    tasks.p[0]!.status = "FAILED";
    const [, { task_array }] = await send(second, "GET");
    expect(task_array).toEqual([{ task_id: 1, status: "WAITING" }]);
  });
});

test("finds a project whose ID is percent-encoded", async () => {
  const emulator = createEmulator({ seed: { tasks: { p: [{ task_id: 1, status: "WAITING" }] } } });
  const response = await emulator.fetch(`${origin}/v1/%70/encryptions`, { headers: token });
  expect(await response.json()).toMatchObject({ total: 1 });
});

test("creates a task beside the largest ID that there can be", async () => {
  const emulator = createEmulator({
    seed: { tasks: { p: [{ task_id: Number.MAX_SAFE_INTEGER, status: "WAITING" }] } },
  });
  expect(await send(emulator, "POST", "", order)).toEqual([202, { task_id: 1 }]);
});

test("goes where a client takes a fetch", async () => {
  const mpc = createMpcClient({
    endpoint: "http://emulator",
    projectId: "p",
    credentials: emulatorCredentials,
    fetch: createEmulator({ seed: { tasks: { p: [{ task_id: 1, status: "WAITING" }] } } }).fetch,
  });
  const { data } = await mpc.GET("/v1/{project_id}/encryptions", { params: { query: { task_id: ["1"] } } });
  expect(data?.task_array).toEqual([{ task_id: 1, status: "WAITING" }]);
});
