import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  createMpcClient,
  MpcError,
  type EncryptionTaskRequest,
  type MpcClientOptions,
  type Retry,
} from "../src/index.ts";
import {
  answer,
  type Behaviour,
  cut,
  deserted,
  faultServer,
  page,
  refusal,
  reset,
  silence,
} from "./fault-server.ts";

const server = faultServer();
const place = { bucket: "b", location: "l", object: "o.m3u8" };
const task: EncryptionTaskRequest = {
  input: place,
  output: place,
  encryption: { hls_encrypt: { key: "AAECAwQFBgcICQoLDA0ODw==", url: "u" } },
};
const found = page({ task_id: 1, status: "FAILED" });
let retries: Retry[];

function client(options: Partial<MpcClientOptions> = {}) {
  return createMpcClient({
    endpoint: server.endpoint,
    projectId: "p",
    credentials: { accessKey: "AK", secretKey: "SK" },
    onRetry: (retry: Retry) => retries.push(retry),
    ...options,
  } as MpcClientOptions);
}

beforeEach(() => {
  retries = [];
  vi.spyOn(Math, "random").mockReturnValue(0);
});

describe("a question is asked again", () => {
  test.each<[string, Behaviour]>([
    ["after a reset", reset],
    ["after a body that was cut", cut],
    ["after 429", refusal(429, "APIGW.0308")],
    ["after 500", refusal(500, "MPC.10050")],
    ["after 502 without a code", answer(502, "<html>")],
    ["after the time of a sending", silence],
  ])("%s", async (_, fault) => {
    server.script = [fault, fault, fault, found];
    // A busy machine is no silence.
    const attemptTimeout = fault === silence ? 300 : 10_000;
    const got = await client({ attemptTimeout }).encryptions.get("1");
    expect(got.status).toBe("FAILED");
    expect(server.arrived).toHaveLength(4);
    expect(new Set(server.arrived.map(({ url }) => url)).size).toBe(1);
    expect(retries.map(({ attempt, delay, method }) => [attempt, delay, method])).toEqual([
      [1, 0, "GET"],
      [2, 0, "GET"],
      [3, 0, "GET"],
    ]);
  });

  test("when nobody listened, whatever the method", async () => {
    const mpc = client({ endpoint: await deserted() });
    await expect(mpc.encryptions.get("1")).rejects.toThrow("the connection failed");
    await expect(mpc.encryptions.create(task)).rejects.toThrow("the connection failed");
    await expect(mpc.encryptions.cancel("1")).rejects.toThrow("the connection failed");
    expect(retries.map(({ method }) => method)).toEqual([
      "GET",
      "GET",
      "GET",
      "POST",
      "POST",
      "POST",
      "DELETE",
      "DELETE",
      "DELETE",
    ]);
  });

  test.each([
    "ECONNREFUSED",
    "ConnectionRefused",
    "ENOTFOUND",
    "EAI_AGAIN",
    "EHOSTUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
  ])("when a runtime says %s, whatever the method", async (code) => {
    const failures = [{ code }, { cause: { code } }];
    const fetch = async (): Promise<Response> => {
      const failure = failures.pop();
      if (failure) throw Object.assign(new TypeError("fetch failed"), failure);
      return Response.json({ task_id: 7 }, { status: 202 });
    };
    expect(await client({ fetch }).encryptions.create(task)).toBe("7");
  });

  test.each([{ code: "ECONNRESET" }, { cause: {} }, {}])(
    "but not a task to create when it says %j",
    async (failure) => {
      const fetch = async (): Promise<Response> => {
        throw Object.assign(new TypeError("fetch failed"), failure);
      };
      await expect(client({ fetch }).encryptions.create(task)).rejects.toThrow("the connection failed");
      expect(retries).toEqual([]);
    },
  );

  test("by the raw client, too", async () => {
    server.script = [reset, refusal(503, "MPC.10050"), found];
    const { data } = await client().GET("/v1/{project_id}/encryptions");
    expect(data?.total).toBe(1);
  });

  test("no more often than allowed", async () => {
    server.script = [refusal(500, "MPC.10050")];
    await expect(client({ maxRetries: 2 }).encryptions.get("1")).rejects.toThrow("MPC.10050");
    expect(server.arrived).toHaveLength(3);
  });
});

describe("nothing is sent again", () => {
  test.each<[string, Behaviour]>([
    ["an error of the caller's", refusal(400, "MPC.10202")],
    ["rejected credentials", refusal(401, "APIGW.0301")],
    ["what is no JSON", answer(200, "<html>")],
    ["a redirect", answer(307, "", { Location: "/" })],
  ])("after %s", async (_, fault) => {
    server.script = [fault];
    await expect(client().encryptions.get("1")).rejects.toBeInstanceOf(MpcError);
    expect(server.arrived).toHaveLength(1);
  });

  test.each<[string, Behaviour]>([
    ["a reset", reset],
    ["a body that was cut", cut],
    ["500", refusal(500, "MPC.10050")],
    ["the time of a sending", silence],
  ])("that may have created or cancelled a task, after %s", async (_, fault) => {
    server.script = [fault];
    const mpc = client({ attemptTimeout: 1000 });
    await expect(mpc.encryptions.create(task)).rejects.toBeInstanceOf(MpcError);
    await expect(mpc.encryptions.cancel("1")).rejects.toBeInstanceOf(MpcError);
    expect(server.arrived.map(({ method }) => method)).toEqual(["POST", "DELETE"]);
  });
});

test("a task is created again with the same body when the gateway throttled it", async () => {
  server.script = [refusal(429, "APIGW.0308"), answer(202, { task_id: 7 })];
  expect(await client().encryptions.create(task)).toBe("7");
  expect(server.arrived.map(({ body }) => JSON.parse(body) as unknown)).toEqual([task, task]);
  expect(server.arrived[1]?.headers["content-type"]).toBe("application/json");
});

describe("the pause before a retry", () => {
  test("is drawn from 0 to a bound that doubles, up to 20 seconds", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
    vi.mocked(Math.random).mockReturnValue(0.5);
    let sent = 0;
    const mpc = client({
      maxRetries: 9,
      timeout: 1_000_000,
      fetch: async () => {
        sent++;
        return Response.json({ error_code: "MPC.10050", error_msg: "" }, { status: 500 });
      },
    });
    const failed = mpc.encryptions.get("1").catch(String);
    await vi.runAllTimersAsync();
    expect(await failed).toContain("MPC.10050");
    expect(sent).toBe(10);
    expect(retries.map(({ delay }) => delay)).toEqual([
      250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000,
    ]);
    vi.useRealTimers();
  });

  test("is at least as long as the service asks", async () => {
    const started = performance.now();
    server.script = [refusal(429, "APIGW.0308", { "Retry-After": "1" }), found];
    await client().encryptions.get("1");
    expect(retries[0]?.delay).toBe(1000);
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  test("is not begun when it is longer than the time that is left", async () => {
    server.script = [refusal(429, "APIGW.0308", { "Retry-After": "3600" })];
    await expect(client().encryptions.get("1")).rejects.toMatchObject({
      name: "RateLimitError",
      retryAfter: 3_600_000,
    });
    expect(retries).toEqual([]);
  });

  test("ends when the caller aborts", async () => {
    server.script = [refusal(429, "APIGW.0308", { "Retry-After": "30" })];
    const controller = new AbortController();
    const mpc = client({ onRetry: () => setTimeout(() => controller.abort("enough"), 10) });
    await expect(mpc.encryptions.get("1", { signal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
      cause: "enough",
    });
    expect(server.arrived).toHaveLength(1);
  });
});

describe("an outage is not multiplied", () => {
  test("20 retries are had at once, however many calls fail", async () => {
    server.script = [refusal(500, "MPC.10050")];
    const mpc = client();
    const calls = Array.from({ length: 30 }, () => mpc.encryptions.get("1"));
    await Promise.allSettled(calls);
    expect(server.arrived).toHaveLength(30 + 20);
  });

  test("ten successes give one back, up to 20", async () => {
    const mpc = client({ maxRetries: 100 });
    server.script = [refusal(500, "MPC.10050")];
    await Promise.allSettled([mpc.encryptions.get("1")]);
    expect(retries).toHaveLength(20);

    server.script = [found];
    for (let i = 0; i < 11; i++) await mpc.encryptions.get("1");
    server.script = [refusal(500, "MPC.10050")];
    await Promise.allSettled([mpc.encryptions.get("1")]);
    expect(retries).toHaveLength(21);

    server.script = [found];
    for (let i = 0; i < 300; i++) await mpc.encryptions.get("1");
    server.script = [refusal(500, "MPC.10050")];
    await Promise.allSettled([mpc.encryptions.get("1")]);
    expect(retries).toHaveLength(41);
  });
});
