import { inspect } from "node:util";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createMpcClient, type MpcClientOptions } from "../src/index.ts";
import { answer, faultServer, page, refusal } from "./fault-server.ts";

const server = faultServer();
const other = faultServer();
const found = page({ task_id: 1, status: "FAILED" });
const secretKey = "the-secret-key";

function client(options: Partial<MpcClientOptions> = {}) {
  return createMpcClient({
    endpoint: server.endpoint,
    projectId: "p",
    credentials: { accessKey: "AK", secretKey, securityToken: "the-security-token" },
    ...options,
  } as MpcClientOptions);
}

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});

describe("hooks", () => {
  test("are told of each sending, without a secret", async () => {
    const one = { task_array: [{ task_id: 1, status: "FAILED" }], is_truncated: 0, total: 1 };
    server.script = [
      refusal(500, "MPC.10050", { "X-Request-Id": "r-1" }),
      answer(200, one, { "X-Request-Id": "r-2" }),
    ];
    const told: [string, object][] = [];
    const tell = (hook: string) => (about: object) => told.push([hook, about]);
    const mpc = client({
      onRequest: tell("onRequest"),
      onResponse: tell("onResponse"),
      onRetry: tell("onRetry"),
    });
    await mpc.encryptions.get("1");
    const sending = { method: "GET", url: `${server.endpoint}/v1/p/encryptions?task_id=1` };
    expect(told).toEqual([
      ["onRequest", { ...sending, attempt: 1 }],
      ["onResponse", { ...sending, attempt: 1, status: 500, requestId: "r-1", duration: expect.any(Number) }],
      [
        "onRetry",
        {
          ...sending,
          attempt: 1,
          delay: 0,
          error: expect.objectContaining({ code: "MPC.10050", requestId: "r-1" }),
        },
      ],
      ["onRequest", { ...sending, attempt: 2 }],
      ["onResponse", { ...sending, attempt: 2, status: 200, requestId: "r-2", duration: expect.any(Number) }],
    ]);
    expect(inspect(told, { depth: 9 })).not.toMatch(/the-secret-key|the-security-token|Signature/);
  });

  test("that throw fail the call", async () => {
    server.script = [found];
    const reason = new RangeError("no log");
    const onRequest = (): never => {
      throw reason;
    };
    await expect(client({ onRequest }).encryptions.get("1")).rejects.toBe(reason);
    await expect(client({ onResponse: onRequest }).encryptions.get("1")).rejects.toBe(reason);
    expect(server.arrived).toHaveLength(1);
  });
});

test("an answer comes with its response and the ID of its request", async () => {
  server.script = [
    answer(202, { task_id: 7 }, { "X-Request-Id": "r-1" }),
    answer(204, undefined, { "X-Request-Id": "r-2" }),
  ];
  const place = { bucket: "b", location: "l", object: "o.m3u8" };
  const encryption = { hls_encrypt: { key: "AAECAwQFBgcICQoLDA0ODw==", url: "u" } };
  const created = await client()
    .encryptions.create({ input: place, output: place, encryption })
    .withResponse();
  expect([created.data, created.requestId, created.response.status]).toEqual(["7", "r-1", 202]);
  expect(await created.response.json()).toEqual({ task_id: 7 });
  const cancelled = await client().encryptions.cancel("7").withResponse();
  expect([cancelled.data, cancelled.requestId, cancelled.response.status]).toEqual([undefined, "r-2", 204]);
  expect(await client().encryptions.cancel("7")).toBeUndefined();
});

test("a call that fails rejects once, even if its response was asked for", async () => {
  server.script = [refusal(400, "MPC.10202")];
  await expect(client().encryptions.get("1").withResponse()).rejects.toMatchObject({ code: "MPC.10202" });
});

describe("middleware", () => {
  test("sees the comfortable calls, and may read and change what comes", async () => {
    server.script = [found];
    const mpc = client();
    const seen: unknown[] = [];
    mpc.use({
      onRequest: ({ request }) => {
        seen.push(request.headers.get("Authorization"));
        request.headers.set("X-Trace", "t-1");
      },
      onResponse: async ({ response }) => {
        const body = (await response.clone().json()) as { task_array: { status: string }[] };
        seen.push(body.task_array[0]?.status);
        return Response.json({ ...body, task_array: [{ task_id: 1, status: "CHANGED" }] });
      },
    });
    expect((await mpc.encryptions.get("1")).status).toBe("CHANGED");
    expect(seen).toEqual([null, "FAILED"]);
    expect(server.arrived[0]?.headers["x-trace"]).toBe("t-1");
  });

  test("may answer in place of the service", async () => {
    const mpc = client();
    const error = { error_code: "MPC.10212", error_msg: "Not now." };
    const answers = [
      Response.json({ task_array: [{ task_id: 1, status: "KEPT" }], is_truncated: 0, total: 1 }),
      Response.json(error, { status: 403 }),
      new Response("<html>", { status: 502 }),
      new Response(null, { status: 500, headers: { "Content-Length": "0" } }),
      new Response("<html>"),
    ];
    mpc.use({ onRequest: () => answers.shift() });
    expect((await mpc.encryptions.get("1")).status).toBe("KEPT");
    await expect(mpc.encryptions.get("1")).rejects.toMatchObject({ name: "ApiError", code: "MPC.10212" });
    await expect(mpc.encryptions.get("1")).rejects.toMatchObject({ name: "ApiError", status: 502 });
    await expect(mpc.encryptions.get("1")).rejects.toMatchObject({ name: "ApiError", status: 500 });
    await expect(mpc.encryptions.get("1")).rejects.toMatchObject({ name: "UnexpectedResponseError" });
    expect(server.arrived).toEqual([]);
  });

  test("sees errors, and is gone once ejected", async () => {
    server.script = [refusal(400, "MPC.10202")];
    const mpc = client();
    const statuses: number[] = [];
    const see = { onResponse: ({ response }: { response: Response }) => void statuses.push(response.status) };
    mpc.use(see);
    await expect(mpc.encryptions.get("1")).rejects.toThrow("MPC.10202");
    mpc.eject(see);
    await expect(mpc.encryptions.get("1")).rejects.toThrow("MPC.10202");
    expect(statuses).toEqual([400]);
  });
});

test.each([301, 302, 303, 307, 308])("a redirect (%d) to another host is not followed", async (status) => {
  server.script = [answer(status, "", { Location: `${other.endpoint}/v1/p/encryptions` })];
  other.script = [found];
  for (const credentials of [{ token: "t" }, { accessKey: "AK", secretKey }]) {
    const mpc = client({ credentials });
    await expect(mpc.encryptions.get("1")).rejects.toThrow(
      `the response with status ${status} is a redirect, which is not followed`,
    );
    expect((await mpc.GET("/v1/{project_id}/encryptions")).response.status).toBe(status);
  }
  expect(other.arrived).toEqual([]);
});

test("a redirect as a browser shows it is none of the contract's answers", async () => {
  const opaque = async () => {
    const response = new Response(null);
    Object.defineProperties(response, {
      status: { value: 0 },
      ok: { value: false },
      type: { value: "opaqueredirect" },
    });
    return response;
  };
  await expect(client({ fetch: opaque }).encryptions.get("1")).rejects.toMatchObject({
    name: "UnexpectedResponseError",
    message: "the response with status 0 is a redirect, which is not followed",
  });
});
