// Held by the compiler; what runs is only what it takes to have values. Nothing is sent.
import { describe, expectTypeOf, test } from "vitest";
import {
  type ApiError,
  type CredentialsProvider,
  createMpcClient,
  credentialsFromEnv,
  type DataPromise,
  type Encryptions,
  type ErrorCode,
  iamTokenProvider,
  type MpcClientOptions,
  type Progress,
  type RateLimitError,
  type Task,
  type TaskFailedError,
  type TaskList,
  type TaskNotFoundError,
  type TaskPage,
  type TaskStatus,
} from "../src/index.ts";

const { encryptions } = createMpcClient({
  endpoint: "http://s",
  projectId: "p",
  credentials: { token: "t" },
});

describe("a list", () => {
  test("is found by IDs or by status and time, not by both", () => {
    const list = (): unknown[] => [
      encryptions.list(),
      encryptions.list({ task_id: ["31207"], status: "FAILED" }),
      encryptions.list({ status: "FAILED", start_time: new Date(), end_time: "20201119103952", size: 5 }),
      // @ts-expect-error a time has no effect beside IDs
      encryptions.list({ task_id: ["31207"], start_time: new Date() }),
      // @ts-expect-error neither has the other
      encryptions.list({ task_id: ["31207"], end_time: new Date() }),
      // @ts-expect-error nor has a size
      encryptions.list({ task_id: ["31207"], size: 5 }),
      // @ts-expect-error nor a page
      encryptions.list({ task_id: ["31207"], page: 0 }),
      // @ts-expect-error IDs are texts
      encryptions.list({ task_id: [31_207] }),
      // @ts-expect-error a time is no number
      encryptions.list({ start_time: 20_201_119_103_952 }),
      // @ts-expect-error no such filter
      encryptions.list({ siez: 5 }),
    ];
    expectTypeOf(list).toBeFunction();
  });

  test("is a page and all tasks; from a page on it is only a page", () => {
    expectTypeOf(encryptions.list).toBeCallableWith({ status: "A NEW WORD" });
    expectTypeOf<ReturnType<typeof all>>().toEqualTypeOf<TaskList>();
    expectTypeOf<Awaited<TaskList>>().toEqualTypeOf<TaskPage>();
    expectTypeOf<TaskList>().toExtend<AsyncIterable<Task>>();
    expectTypeOf<TaskList>().toExtend<Promise<TaskPage>>();
    expectTypeOf<ReturnType<typeof one>>().toEqualTypeOf<DataPromise<TaskPage>>();
    expectTypeOf<ReturnType<typeof one>>().not.toExtend<AsyncIterable<Task>>();
  });

  const all = () => encryptions.list({ status: "FAILED" });
  const one = () => encryptions.list({ status: "FAILED", page: 2 });
});

describe("a task", () => {
  test("has ID and times as text", () => {
    expectTypeOf<Task["task_id"]>().toEqualTypeOf<string>();
    expectTypeOf<Task["create_time"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Task["end_time"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<TaskPage["task_array"]>().toEqualTypeOf<Task[]>();
    expectTypeOf<TaskPage["is_truncated"]>().toEqualTypeOf<0 | 1>();
  });

  test("has a status of known words, and any other", () => {
    expectTypeOf<"NO_TASK">().toExtend<Task["status"]>();
    expectTypeOf<"A NEW WORD">().toExtend<Task["status"]>();
    expectTypeOf<TaskStatus>().not.toEqualTypeOf<string>();
  });

  test("is created whole, and its ID is a text", () => {
    const place = { bucket: "b", location: "l", object: "o.m3u8" };
    const create = (): unknown[] => [
      encryptions.create({
        input: place,
        output: place,
        encryption: { hls_encrypt: { key: "k", url: "u" } },
      }),
      // @ts-expect-error no encryption
      encryptions.create({ input: place, output: place }),
      // @ts-expect-error no key
      encryptions.create({ input: place, output: place, encryption: { hls_encrypt: { url: "u" } } }),
      // @ts-expect-error no location
      encryptions.create({ input: { bucket: "b", object: "o" }, output: place, encryption: {} }),
    ];
    expectTypeOf(create).toBeFunction();
    expectTypeOf<ReturnType<Encryptions["create"]>>().toEqualTypeOf<DataPromise<string>>();
    expectTypeOf<ReturnType<Encryptions["cancel"]>>().toEqualTypeOf<DataPromise<void>>();
    expectTypeOf<ReturnType<Encryptions["getMany"]>>().toEqualTypeOf<Promise<Task[]>>();
  });

  test("is asked for by a text", () => {
    const get = (): unknown[] => [
      encryptions.get("31207"),
      // @ts-expect-error an ID is a text
      encryptions.get(31_207),
      // @ts-expect-error many have a method of their own
      encryptions.get(["31207"]),
      // @ts-expect-error one has another
      encryptions.getMany("31207"),
      // @ts-expect-error exactly one is cancelled
      encryptions.cancel(["31207"]),
      // @ts-expect-error no such option
      encryptions.get("31207", { retries: 3 }),
    ];
    expectTypeOf(get).toBeFunction();
  });

  test("is waited for", () => {
    const onProgress = (progress: Progress): void => void progress.ended;
    expectTypeOf(encryptions.waitFor).toBeCallableWith("1", {
      timeout: 1,
      throwOnFailure: false,
      onProgress,
    });
    expectTypeOf<ReturnType<Encryptions["waitForAll"]>>().toEqualTypeOf<Promise<Task[]>>();
    expectTypeOf<ReturnType<Encryptions["waitFor"]>>().toEqualTypeOf<Promise<Task>>();
  });
});

test("errors say what they know", () => {
  expectTypeOf<ApiError["code"]>().toEqualTypeOf<ErrorCode | undefined>();
  expectTypeOf<ApiError["requestId"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<RateLimitError["retryAfter"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<TaskFailedError["task"]>().toEqualTypeOf<Task>();
  expectTypeOf<TaskNotFoundError["taskIds"]>().toEqualTypeOf<readonly string[]>();
});

test("credentials are a token or a key, or a function that gives either", () => {
  const common = { region: "cn-north-4", projectId: "p" } as const;
  expectTypeOf(createMpcClient).toBeCallableWith({ ...common, credentials: { token: "t" } });
  expectTypeOf(createMpcClient).toBeCallableWith({ ...common, credentials: async () => ({ token: "t" }) });
  expectTypeOf(createMpcClient).toBeCallableWith({ ...common, credentials: () => credentialsFromEnv() });
  expectTypeOf(iamTokenProvider).returns.toExtend<CredentialsProvider>();
  expectTypeOf<{ accessKey: string }>().not.toExtend<MpcClientOptions["credentials"]>();
  expectTypeOf<() => string>().not.toExtend<MpcClientOptions["credentials"]>();
  expectTypeOf<{ user: string; region: string }>().not.toExtend<Parameters<typeof iamTokenProvider>[0]>();
});
