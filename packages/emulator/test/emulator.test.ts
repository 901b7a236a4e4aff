import { createMpcClient } from "@mpc-contract/client";
import { signRequest } from "@mpc-contract/client/sign";
import { describe, expect, test } from "vitest";
import { createEmulator, type Emulator, emulatorCredentials, emulatorToken } from "../src/index.ts";

const origin = "http://127.0.0.1:4010";
const path = "/v1/p/encryptions";
const token = { "X-Auth-Token": emulatorToken };
const place = { bucket: "b", location: "cn-north-4", object: "a/index.m3u8" };
const order = {
  input: place,
  output: { ...place, object: "b" },
  encryption: { hls_encrypt: { key: "AAAAAAAAAAAAAAAAAAAAAA==", url: "https://keys.example.com" } },
};

/** The bodies of all answers, as far as the tests look at them. */
interface Body {
  task_array: { task_id: number }[];
  is_truncated: number;
  total: number;
}

async function send(emulator: Emulator, method: string, query = "", body?: unknown): Promise<[number, Body]> {
  const response = await emulator.fetch(`${origin}${path}${query}`, {
    method,
    headers: { ...token, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return [response.status, (text === "" ? undefined : JSON.parse(text)) as Body];
}

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
    const seen: number[] = [];
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
  test("is created, found, cancelled, and then cannot be cancelled again", async () => {
    const now = new Date("2026-11-23T12:34:56.789Z");
    const emulator = createEmulator({ seed: { tasks: {} }, clock: now });
    expect(await send(emulator, "POST", "", { ...order, user_data: "订单" })).toEqual([202, { task_id: 1 }]);
    const task = {
      task_id: 1,
      create_time: 20261123123456,
      input: place,
      output: order.output,
      user_data: "订单",
    };
    expect(await send(emulator, "GET", "?task_id=1")).toEqual([
      200,
      { task_array: [{ ...task, status: "WAITING" }], is_truncated: 0, total: 1 },
    ]);
    expect(await send(emulator, "DELETE", "?task_id=1")).toEqual([204, undefined]);
    const [, { task_array }] = await send(emulator, "GET");
    expect(task_array).toEqual([{ ...task, status: "CANCELED", end_time: 20261123123456 }]);
    expect(await send(emulator, "DELETE", "?task_id=1")).toMatchObject([403, { error_code: "MPC.10212" }]);
  });

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

describe("authentication", () => {
  const date = new Date("2026-11-23T12:00:00Z");
  const { accessKey, secretKey } = emulatorCredentials;

  async function signed(
    change: (request: Request) => Request | Promise<Request>,
    now = date,
  ): Promise<number> {
    const request = new Request(`${origin}${path}?size=1`, { headers: { "X-Project-Id": "p" } });
    const emulator = createEmulator({ seed: { tasks: {} }, clock: now });
    const response = await emulator.fetch(
      await change(await signRequest(request, { accessKey, secretKey }, { date })),
    );
    await response.text();
    return response.status;
  }

  const later = (minutes: number): Date => new Date(date.getTime() + minutes * 60_000);

  test("takes a signature within 15 minutes of its clock, and no others", async () => {
    expect(await signed((request) => request)).toBe(200);
    expect(await signed((request) => request, later(15))).toBe(200);
    expect(await signed((request) => request, later(-15))).toBe(200);
    expect(await signed((request) => request, later(16))).toBe(401);
    expect(await signed((request) => request, later(-16))).toBe(401);
  });

  test("refuses what was changed after it was signed", async () => {
    expect(await signed((request) => new Request(request.url.replace("size=1", "size=2"), request))).toBe(
      401,
    );
    expect(await signed((request) => new Request(request.url.replace("/p/", "/q/"), request))).toBe(401);
    expect(await signed((request) => new Request(request, { method: "DELETE" }))).toBe(401);
    expect(
      await signed((request) => {
        request.headers.set("X-Project-Id", "q");
        return request;
      }),
    ).toBe(401);
  });

  test("takes a signature over more headers than the client signs, and holds each", async () => {
    const request = new Request(`${origin}${path}`, {
      headers: { "X-Project-Id": "p", Accept: "text/plain" },
    });
    const signedHeaders = ["accept", "x-project-id", "x-sdk-date"];
    const whole = await signRequest(request, { accessKey, secretKey }, { signedHeaders });
    expect((await createEmulator().fetch(whole.clone())).status).toBe(200);
    whole.headers.set("Accept", "text/html");
    expect((await createEmulator().fetch(whole)).status).toBe(401);
  });

  test("takes a signature that leaves a header out", async () => {
    const request = new Request(`${origin}${path}`, {
      headers: { "X-Project-Id": "p", "Content-Type": "a/b" },
    });
    const signedHeaders = ["x-project-id", "x-sdk-date"];
    const part = await signRequest(request, { accessKey, secretKey }, { signedHeaders });
    expect((await createEmulator().fetch(part)).status).toBe(200);
  });

  test("refuses a signature without the header of its project", async () => {
    const request = new Request(`${origin}${path}`);
    const response = await createEmulator().fetch(await signRequest(request, { accessKey, secretKey }));
    expect(response.status).toBe(401);
  });

  test("refuses another key, and a project that is not the one of the path", async () => {
    const sign = async (
      credentials: { accessKey: string; secretKey: string },
      project: string,
    ): Promise<number> => {
      const request = new Request(`${origin}${path}`, { headers: { "X-Project-Id": project } });
      const emulator = createEmulator({ seed: { tasks: {} } });
      return (await emulator.fetch(await signRequest(request, credentials))).status;
    };
    expect(await sign({ accessKey, secretKey }, "p")).toBe(200);
    expect(await sign({ accessKey, secretKey: "another" }, "p")).toBe(401);
    expect(await sign({ accessKey: "ANOTHER", secretKey }, "p")).toBe(401);
    expect(await sign({ accessKey, secretKey }, "q")).toBe(400);
  });
});
