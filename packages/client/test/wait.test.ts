import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createMpcClient, type Progress, TaskFailedError, TaskNotFoundError } from "../src/index.ts";

/** The statuses of each task, one for each time that it is looked up; the last stays. */
let statuses: Record<string, string[]>;
/** The IDs of each request. */
let asked: string[][];

const { encryptions } = createMpcClient({
  endpoint: "http://s",
  projectId: "p",
  credentials: { token: "t" },
  fetch: async ({ url }) => {
    const ids = new URL(url).searchParams.getAll("task_id");
    asked.push(ids);
    const task_array = ids.flatMap((id) => {
      const [status, ...rest] = statuses[id] ?? [];
      if (rest.length > 0) statuses[id] = rest;
      return status === undefined ? [] : [{ task_id: Number(id), status, description: `about ${id}` }];
    });
    return Response.json({ task_array, is_truncated: 0, total: task_array.length });
  },
});

beforeEach(() => {
  asked = [];
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- holds after each test: nothing is left to wait for
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i + 1));

/** Lets time pass until a promise settles, and gives what it settled with, and when. */
async function settle<T>(promise: Promise<T>): Promise<{ value?: T; error?: unknown; after: number }> {
  const started = Date.now();
  const settled = promise.then(
    (value) => ({ value, after: Date.now() - started }),
    (error: unknown) => ({ error, after: Date.now() - started }),
  );
  await vi.runAllTimersAsync();
  return settled;
}

describe("waiting for one", () => {
  test("gives the task once it has succeeded", async () => {
    statuses = { 1: ["WAITING", "PROCESSING", "A NEW WORD", "SUCCEEDED"] };
    const { after, value } = await settle(encryptions.waitFor("1"));
    expect(value).toEqual({ task_id: "1", status: "SUCCEEDED", description: "about 1" });
    expect(after).toBe(1000 + 1500 + 2250);
  });

  test("asks ever more rarely, down to once in half a minute", async () => {
    statuses = { 1: [...Array.from({ length: 12 }, () => "WAITING"), "SUCCEEDED"] };
    const looks: number[] = [];
    const started = Date.now();
    await settle(encryptions.waitFor("1", { onProgress: () => looks.push(Date.now() - started) }));
    const pauses = looks.slice(1).map((look, i) => look - looks[i]!);
    expect(pauses.map(Math.floor)).toEqual([
      1000, 1500, 2250, 3375, 5062, 7593, 11_390, 17_085, 25_628, 30_000, 30_000, 30_000,
    ]);
  });

  test("draws each pause from its half to its whole", async () => {
    vi.mocked(Math.random).mockReturnValue(1);
    statuses = { 1: ["WAITING", "SUCCEEDED"] };
    // However short, it is long enough for the tenant's limit.
    expect((await settle(encryptions.waitFor("1"))).after).toBe(600);
    vi.mocked(Math.random).mockReturnValue(0.5);
    statuses = { 1: ["WAITING", "SUCCEEDED"] };
    expect((await settle(encryptions.waitFor("1"))).after).toBe(750);
  });

  test.each(["FAILED", "CANCELED"])("rejects when it is %s", async (status) => {
    statuses = { 1: ["WAITING", status] };
    const { error } = await settle(encryptions.waitFor("1"));
    expect(error).toBeInstanceOf(TaskFailedError);
    expect(error).toMatchObject({
      name: "TaskFailedError",
      message: `task 1 is ${status}: about 1`,
      task: { task_id: "1", status },
    });
  });

  test("says no more than it knows of a failure", async () => {
    const error = new TaskFailedError({ task_id: "1", status: "FAILED" });
    expect(error.message).toBe("task 1 is FAILED");
  });

  test.each(["FAILED", "CANCELED"])("gives it when it is %s, if told so", async (status) => {
    statuses = { 1: ["WAITING", status] };
    const { value } = await settle(encryptions.waitFor("1", { throwOnFailure: false }));
    expect(value?.status).toBe(status);
  });

  test.each([[[]], [["NO_TASK"]]])("does not wait for what is not there: %j", async (none) => {
    statuses = { 1: none };
    const { after, error } = await settle(encryptions.waitFor("1"));
    expect(error).toBeInstanceOf(TaskNotFoundError);
    expect(error).toMatchObject({ taskIds: ["1"] });
    expect(after).toBe(0);
  });

  test("ends after an hour, or earlier", async () => {
    statuses = { 1: ["WAITING"] };
    expect(await settle(encryptions.waitFor("1"))).toMatchObject({
      error: { name: "TimeoutError", message: "no answer within 3600000 ms" },
      after: 3_600_000,
    });
    expect(await settle(encryptions.waitFor("1", { timeout: 10_000 }))).toMatchObject({
      error: { name: "TimeoutError" },
      after: 10_000,
    });
  });

  test("ends when the caller aborts, in the middle of a pause", async () => {
    statuses = { 1: ["WAITING"] };
    const controller = new AbortController();
    setTimeout(() => controller.abort("enough"), 1700);
    expect(await settle(encryptions.waitFor("1", { signal: controller.signal }))).toMatchObject({
      error: { name: "AbortError", cause: "enough" },
      after: 1700,
    });
  });

  test("asks nothing when the caller had aborted before", async () => {
    const { error } = await settle(encryptions.waitFor("1", { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: "AbortError" });
    expect(asked).toEqual([]);
  });
});

describe("waiting for many", () => {
  test("asks ten at a time, and only for those that have not ended", async () => {
    statuses = Object.fromEntries(numbers(25).map((id) => [id, ["SUCCEEDED"]]));
    statuses["7"] = ["WAITING", "PROCESSING", "SUCCEEDED"];
    statuses["23"] = ["PROCESSING", "SUCCEEDED"];
    const { value } = await settle(encryptions.waitForAll(numbers(25)));
    expect(value?.map(({ task_id }) => task_id)).toEqual(numbers(25));
    expect(value?.every(({ status }) => status === "SUCCEEDED")).toBe(true);
    expect(asked).toEqual([
      numbers(25).slice(0, 10),
      numbers(25).slice(10, 20),
      numbers(25).slice(20),
      ["7", "23"],
      ["7"],
    ]);
  });

  test("gives the tasks in the order of the IDs, as often as they are given", async () => {
    statuses = { 1: ["SUCCEEDED"], 2: ["WAITING", "SUCCEEDED"] };
    const { value } = await settle(encryptions.waitForAll(["2", "1", "2"]));
    expect(value?.map(({ task_id }) => task_id)).toEqual(["2", "1", "2"]);
    expect(asked).toEqual([["2", "1"], ["2"]]);
  });

  test("tells how far it has come", async () => {
    statuses = { 1: ["PROCESSING", "SUCCEEDED"], 2: ["WAITING", "WAITING", "FAILED"] };
    const progress: Progress[] = [];
    const onProgress = (state: Progress): unknown => progress.push(state);
    await settle(encryptions.waitForAll(["2", "1"], { throwOnFailure: false, onProgress }));
    expect(
      progress.map(({ ended, total, tasks }) => [ended, total, tasks.map(({ status }) => status)]),
    ).toEqual([
      [0, 2, ["WAITING", "PROCESSING"]],
      [1, 2, ["WAITING", "SUCCEEDED"]],
      [2, 2, ["FAILED", "SUCCEEDED"]],
    ]);
  });

  test("pauses so long that the tenant's limit holds", async () => {
    statuses = Object.fromEntries(numbers(200).map((id) => [id, ["WAITING", "SUCCEEDED"]]));
    const { after } = await settle(encryptions.waitForAll(numbers(200)));
    expect(asked).toHaveLength(40);
    expect(after).toBe(20 * 600);
  });

  test("names all that are not there", async () => {
    statuses = { 1: ["SUCCEEDED"], 3: ["NO_TASK"] };
    const { error } = await settle(encryptions.waitForAll(["1", "2", "3"]));
    expect(error).toMatchObject({ taskIds: ["2", "3"], tasks: [{ task_id: "1" }] });
  });

  test("is done at once when there are none", async () => {
    expect(await settle(encryptions.waitForAll([]))).toMatchObject({ value: [], after: 0 });
    expect(asked).toEqual([]);
  });
});

describe("many by their IDs", () => {
  test("come in the order given, ten a request", async () => {
    statuses = Object.fromEntries(numbers(12).map((id) => [id, ["FAILED"]]));
    const ids = numbers(12).toReversed();
    const { value } = await settle(encryptions.getMany([...ids, "12"]));
    expect(value?.map(({ task_id }) => task_id)).toEqual([...ids, "12"]);
    expect(asked).toEqual([ids.slice(0, 10), ids.slice(10)]);
  });

  test("are all named when they are missing, beside those that were found", async () => {
    statuses = Object.fromEntries(numbers(11).map((id) => [id, ["FAILED"]]));
    statuses["5"] = ["NO_TASK"];
    const { error } = await settle(encryptions.getMany([...numbers(11), "99"]));
    expect(error).toBeInstanceOf(TaskNotFoundError);
    expect(error).toMatchObject({ taskIds: ["5", "99"], message: "no task has the ID 5, 99" });
    expect((error as TaskNotFoundError).tasks).toHaveLength(10);
  });
});
