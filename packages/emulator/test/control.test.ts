import { createMpcClient } from "@mpc-contract/client";
import { describe, expect, test } from "vitest";
import {
  createEmulator,
  emulatorCredentials,
  type Emulator,
  type EmulatorOptions,
  type Fault,
} from "../src/index.ts";
import { startServer } from "../src/server.ts";
import { order, send } from "./send.ts";

const noon = new Date("2026-11-23T12:00:00Z");

describe("limits", () => {
  test("a project has its calls a minute, and is told of them", async () => {
    const emulator = createEmulator({ clock: noon });
    const ask = async (project: string): Promise<unknown[]> => {
      const headers = { "X-Auth-Token": "emulator-token" };
      const response = await emulator.fetch(`http://e/v1/${project}/encryptions`, { headers });
      const { error_code } = (await response.json()) as { error_code?: string };
      const told = ["X-ratelimit", "X-ratelimit-used", "X-ratelimit-window"].map((name) =>
        response.headers.get(name),
      );
      return [response.status, error_code, ...told];
    };
    for (let call = 1; call <= 100; call++)
      expect(await ask("p")).toEqual([200, undefined, "100", String(call), "1 minute"]);
    expect(await ask("p")).toEqual([429, "APIGW.0308", "100", "100", "1 minute"]);
    expect((await ask("q"))[0]).toBe(200);
    emulator.clock.advance(59_999);
    expect((await ask("p"))[0]).toBe(429);
    emulator.clock.advance(1);
    expect((await ask("p"))[0]).toBe(200);
  });

  test("there are none when they are switched off", async () => {
    const emulator = createEmulator({ clock: noon, limits: false });
    for (let call = 0; call < 150; call++) expect((await send(emulator, "GET"))[0]).toBe(200);
  });
});

describe("a fault", () => {
  const withFault = (...faults: Fault[]): Emulator => createEmulator({ faults, seed: { tasks: {} } });
  const ask = async (emulator: Emulator): Promise<Response> =>
    emulator.fetch("http://e/v1/p/encryptions", { headers: { "X-Auth-Token": "emulator-token" } });

  test("is an error of the contract, with a time to wait", async () => {
    const response = await ask(withFault({ error: "throttled", retryAfter: 2 }));
    expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "2"]);
    expect(await response.json()).toMatchObject({ error_code: "APIGW.0308" });
  });

  test("is a status, a body and a media type", async () => {
    const response = await ask(
      withFault({ status: 502, body: "<h1>Bad Gateway</h1>", contentType: "text/html" }),
    );
    expect([response.status, response.headers.get("Content-Type")]).toEqual([502, "text/html"]);
    expect(await response.text()).toBe("<h1>Bad Gateway</h1>");
  });

  test("happens to its operation alone, so often, and then no more", async () => {
    const emulator = withFault({ operation: "createEncryptionTask", status: 503, count: 2 });
    const statuses: number[] = [];
    for (const method of ["GET", "POST", "GET", "POST", "POST"]) {
      statuses.push((await send(emulator, method, "", method === "POST" ? order : undefined))[0]);
    }
    expect(statuses).toEqual([200, 503, 200, 503, 202]);
    // What was refused had no effect.
    expect((await send(emulator, "GET"))[1].total).toBe(1);
  });

  test("happens as probably as it says, the same each time", async () => {
    const run = async (random: number): Promise<number[]> => {
      const faults: Fault[] = [{ status: 500, probability: 0.3 }];
      const emulator = createEmulator({ faults, limits: false, seed: { tasks: {}, random } });
      const statuses: number[] = [];
      for (let call = 0; call < 300; call++) statuses.push((await ask(emulator)).status);
      return statuses;
    };
    const first = await run(1);
    const failed = first.filter((status) => status === 500).length;
    expect(failed).toBeGreaterThan(60);
    expect(failed).toBeLessThan(120);
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
  });

  test("delays an answer, and a caller who does not wait is let go", async () => {
    const emulator = withFault({ delay: 300, count: 1 }, { delay: 60_000 });
    const begin = performance.now();
    expect((await ask(emulator)).status).toBe(200);
    expect(performance.now() - begin).toBeGreaterThan(290);
    const headers = { "X-Auth-Token": "emulator-token" };
    const asking = emulator.fetch("http://e/v1/p/encryptions", { headers, signal: AbortSignal.timeout(50) });
    await expect(asking).rejects.toMatchObject({ name: "TimeoutError" });
    // Nor does an emulator wait that is closed.
    const waiting = ask(emulator);
    await emulator.close();
    expect((await waiting).status).toBe(200);
  });

  test.each<["reset" | "cut", string]>([
    ["reset", "fetch failed"],
    ["cut", "terminated"],
  ])(
    "breaks the connection (%s), in a process and over a socket, after the request had its effect",
    async (connection, message) => {
      const faults: Fault[] = [{ connection, operation: "createEncryptionTask" }];
      const emulator = createEmulator({ faults, seed: { tasks: {} } });
      await expect(send(emulator, "POST", "", order)).rejects.toThrow(message);
      await using server = await startServer(emulator, { port: 0 });
      await expect(send({ fetch }, "POST", "", order, server.url)).rejects.toThrow(message);
      expect((await send(emulator, "GET"))[1].total).toBe(2);
    },
  );

  test("is what a client is tried against", async () => {
    const emulator = withFault({ error: "system-error", count: 2 });
    const mpc = createMpcClient({
      endpoint: "http://emulator",
      projectId: "p",
      credentials: emulatorCredentials,
      fetch: emulator.fetch,
    });
    expect((await mpc.encryptions.list()).total).toBe(0);
    expect(emulator.journal.map(({ error }) => error)).toEqual(["MPC.10050", "MPC.10050", undefined]);
  });
});

describe("the journal", () => {
  test("says what was asked and why it was refused, and nothing that is secret", async () => {
    const emulator = createEmulator({
      clock: noon,
      seed: { tasks: {} },
      faults: [{ operation: "cancelEncryptionTask", status: 503 }],
    });
    await send(emulator, "POST", "", { ...order, user_data: "order 4711" });
    await send(emulator, "GET", "?size=0");
    await send(emulator, "DELETE", "?task_id=1");
    await emulator.fetch("http://e/v2");
    expect(emulator.journal).toMatchObject([
      {
        time: noon,
        method: "POST",
        url: "/v1/p/encryptions",
        operation: "createEncryptionTask",
        project: "p",
        status: 202,
        body: {
          user_data: "order 4711",
          encryption: {
            hls_encrypt: { key: "[redacted]", iv: "[redacted]", url: "https://keys.example.com/1" },
          },
        },
      },
      {
        status: 400,
        error: "MPC.10202",
        finding: expect.stringContaining("size: expected at least 1, found 0") as string,
      },
      { status: 503, fault: { status: 503 } },
      { method: "GET", url: "/v2", status: 401 },
    ]);
    expect(emulator.journal[0]!.requestId).toMatch(/^[0-9a-f]{32}$/);
    const { iv, key } = order.encryption.hls_encrypt;
    for (const secret of ["emulator-token", key, iv])
      expect(JSON.stringify(emulator.journal)).not.toContain(secret);
  });

  test("notes what only a strict reader minds, and lets it pass", async () => {
    const emulator = createEmulator();
    expect((await send(emulator, "GET", "?staus=FAILED"))[0]).toBe(200);
    expect(emulator.journal[0]!.finding).toContain("staus");
  });

  test("leaves out a body that is very long", async () => {
    const emulator = createEmulator({ seed: { tasks: {} } });
    await send(emulator, "POST", "", { ...order, user_data: "a".repeat(20_000) });
    expect(emulator.journal[0]).not.toHaveProperty("body");
  });

  test("forgets the oldest of very many", async () => {
    const emulator = createEmulator({ limits: false });
    for (let call = 0; call < 1100; call++) await send(emulator, "GET", `?page=${call}`);
    expect(emulator.journal).toHaveLength(1000);
    expect(emulator.journal.at(-1)!.url).toContain("page=1099");
  });
});

test("a reset returns to the seed: tasks, clock, faults, journal and counts", async () => {
  const emulator = createEmulator({ clock: noon });
  const begin = await send(emulator, "GET");
  for (let call = 0; call < 60; call++) await send(emulator, "POST", "", order);
  emulator.clock.advance(1000);
  emulator.setFaults([{ status: 500 }]);
  await emulator.reset();
  expect(emulator.journal).toEqual([]);
  expect(emulator.clock.now()).toEqual(noon);
  expect(await send(emulator, "GET")).toEqual(begin);
  for (let call = 0; call < 60; call++) expect((await send(emulator, "GET"))[0]).toBe(200);
});

describe("the control surface", () => {
  async function act(
    emulator: Emulator,
    method: string,
    path: string,
    body?: unknown,
    type = "application/json",
  ): Promise<[number, unknown]> {
    await using server = await startServer(emulator, { port: 0 });
    const response = await fetch(`${server.url}/_emulator${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "Content-Type": type }, body: JSON.stringify(body) }),
    });
    return [response.status, await response.json()];
  }

  test("is off unless it is asked for", async () => {
    const emulator = createEmulator();
    expect((await act(emulator, "GET", ""))[0]).toBe(401);
    expect((await act(emulator, "POST", "/reset", {}))[0]).toBe(401);
  });

  test("sets faults, clock and tasks, and tells of the journal", async () => {
    const emulator = createEmulator({
      control: true,
      clock: noon,
      seed: { tasks: { p: [{ task_id: 1, status: "WAITING" }] } },
    });
    expect(await act(emulator, "GET", "")).toEqual([
      200,
      expect.objectContaining({ "POST /_emulator/reset": "goes back to the seed" }),
    ]);
    const faults = [{ status: 503, count: 1 }];
    expect(await act(emulator, "PUT", "/faults", faults)).toEqual([200, faults]);
    expect((await send(emulator, "GET"))[0]).toBe(503);
    expect(await act(emulator, "GET", "/faults")).toEqual([200, faults]);
    expect(await act(emulator, "POST", "/clock", { advance: 60_000 })).toEqual([
      200,
      { now: "2026-11-23T12:01:00.000Z" },
    ]);
    expect(await act(emulator, "POST", "/tasks/p/1", {})).toMatchObject([200, { status: "PROCESSING" }]);
    expect(await act(emulator, "POST", "/tasks/p/1", { fails: "input-missing" })).toMatchObject([
      200,
      { status: "FAILED" },
    ]);
    expect(await act(emulator, "GET", "/journal")).toMatchObject([200, [{ status: 503 }]]);
    expect(await act(emulator, "POST", "/reset", {})).toEqual([200, {}]);
    expect(await send(emulator, "GET")).toMatchObject([200, { task_array: [{ status: "WAITING" }] }]);
  });

  test.each<[string, string, unknown, string]>([
    [
      "PUT",
      "/faults",
      [{ probability: 2 }],
      "setFaults: [0].probability: Invalid value: Expected <=1 but received 2",
    ],
    ["PUT", "/faults", {}, "setFaults: Invalid type: Expected Array but received Object"],
    ["POST", "/clock", {}, "clock.advance: give a number of milliseconds, 0 or more"],
    ["POST", "/clock", { advance: "5" }, "clock.advance: give a number of milliseconds, 0 or more"],
    ["POST", "/clock", { advance: 1e16 }, "clock.advance: no clock goes beyond the year 9999"],
    ["POST", "/tasks/p/9", {}, "advance: project p has no task 9 that goes on by hand"],
    [
      "POST",
      "/tasks/p/1",
      { fails: "toString" },
      "advance: fails: give one of input-not-fetched, input-missing, input-format",
    ],
  ])("refuses %s %s %j in one line", async (method, path, body, error) => {
    const emulator = createEmulator({
      control: true,
      seed: { tasks: { p: [{ task_id: 1, status: "WAITING" }] } },
    });
    expect(await act(emulator, method, path, body)).toEqual([400, { error }]);
  });

  test("does nothing for a page of another origin, which can only send what is not called JSON", async () => {
    const emulator = createEmulator({ control: true });
    await send(emulator, "GET");
    expect((await act(emulator, "POST", "/reset", {}, "text/plain"))[0]).toBe(400);
    expect(emulator.journal).toHaveLength(1);
    expect((await act(emulator, "GET", "/nothing"))[0]).toBe(404);
    expect((await act(emulator, "POST", "/tasks/%zz/1", {}))[0]).toBe(400);
  });
});

test("the control surface answers to no name, for a page can have one that means this machine", async () => {
  const emulator = createEmulator({ control: true });
  const ask = async (host: string): Promise<number> => {
    const message = { method: "GET", url: "/_emulator/journal", headers: { host }, text: "" };
    return (await emulator.answer(message)).status;
  };
  expect(await ask("evil.example:4010")).toBe(403);
  expect(await ask("localhost:4010")).toBe(200);
  expect(await ask("[::1]:4010")).toBe(200);
});

test.each<[unknown, string]>([
  ["x", 'Invalid type: Expected Object but received "x"'],
  [{ tasks: {} }, 'tasks: Invalid key: Expected never but received "tasks"'],
  [{ clock: 5 }, "clock: Invalid clock: give a Date, or a function that gives one"],
  [{ speed: "fast" }, 'speed: Invalid speed: give a number above 0, or "instant"'],
  [{ auth: "none" }, 'auth: Invalid type: Expected ("strict" | "loose") but received "none"'],
  [{ seed: { tasks: { p: 5 } } }, "seed.tasks.p: Invalid type: Expected Array but received 5"],
  [{ seed: { tasks: { p: [{ task_id: 1 }] } } }, 'seed.tasks.p[0]: status: expected "status", found nothing'],
  [
    { seed: { tasks: { "a b": [] } } },
    "seed.tasks.a b: Invalid project: give 1 to 64 letters, digits, `_` or `-`",
  ],
  [
    { seed: { tasks: { p: [{ task_id: 1, status: "WAITING", create_time: 1 }] } } },
    "seed.tasks.p[0]: create_time: expected at least 10000101000000, found 1",
  ],
  [
    { seed: { lifeCycle: [{ waiting: [2, 1] }] } },
    'seed.lifeCycle[0].waiting: Invalid pace: give milliseconds, the least and the most of them, { "polls": 2 } or "by-hand"',
  ],
  [
    { seed: { tokens: [{ token: "a", expires: "soon" }] } },
    "seed.tokens[0].expires: Invalid date: give one such as 2026-12-31T00:00:00Z",
  ],
  [{ faults: [{ operation: "x" }] }, /^createEmulator: faults\[0\]\.operation: Invalid type/],
] as [unknown, string][])("an emulator does not begin with %j", (options, message) => {
  const expected = typeof message === "string" ? new TypeError(`createEmulator: ${message}`) : message;
  expect(() => createEmulator(options as EmulatorOptions)).toThrow(expected);
});
