import { inspect } from "node:util";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  AbortError,
  ApiError,
  AuthenticationError,
  ConnectionError,
  createMpcClient,
  MpcError,
  type MpcClientOptions,
  RateLimitError,
  TaskNotFoundError,
  TimeoutError,
  UnexpectedResponseError,
} from "../src/index.ts";
import { answer, cut, deserted, faultServer, page, refusal, reset, silence, slow } from "./fault-server.ts";

const server = faultServer();
const secretKey = "the/secret+key";
const securityToken = "the-security-token";

function client(options: Partial<MpcClientOptions> = {}) {
  return createMpcClient({
    endpoint: server.endpoint,
    projectId: "p",
    credentials: { accessKey: "AK", secretKey, securityToken },
    maxRetries: 0,
    ...options,
  } as MpcClientOptions);
}

/** What a call rejects with. */
async function failure(call: PromiseLike<unknown>): Promise<unknown> {
  return call.then(
    (value) => expect.fail(`resolved with ${inspect(value)}`),
    (error: unknown) => error,
  );
}

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});

describe("an error of the service", () => {
  test.each([
    [400, "MPC.10202", ApiError, false],
    [403, "MPC.10202", ApiError, false],
    [401, "MPC.10203", AuthenticationError, false],
    [400, "MPC.10203", AuthenticationError, false],
    [401, "MPC.10206", AuthenticationError, false],
    [401, "APIGW.0301", AuthenticationError, false],
    [429, "APIGW.0308", RateLimitError, true],
    [400, "APIGW.0308", RateLimitError, true],
    [500, "MPC.10050", ApiError, true],
    [400, "MPC.10050", ApiError, true],
    [503, "MPC.10202", ApiError, false],
    [429, "MPC.10202", ApiError, false],
    [500, "MPC.99999", ApiError, true],
    [401, "MPC.99999", AuthenticationError, false],
    [429, "MPC.99999", RateLimitError, true],
    [404, "APIGW.0101", ApiError, false],
  ])("%d with %s", async (status, code, kind, retryable) => {
    server.script = [refusal(status, code, { "X-Request-Id": "r-1" })];
    const error = await failure(client().encryptions.get("1"));
    expect(error).toBeInstanceOf(kind);
    expect(error).toBeInstanceOf(MpcError);
    expect((error as Error).constructor).toBe(kind);
    expect(error).toMatchObject({
      name: kind.name,
      code,
      status,
      retryable,
      requestId: "r-1",
      message: `${code}: It is ${code}. (status ${status}, request r-1)`,
    });
  });

  test("has the ID of the request from the body, when no header gives it", async () => {
    server.script = [answer(404, { error_code: "APIGW.0101", error_msg: "No.", request_id: "r-2" })];
    expect(await failure(client().encryptions.get("1"))).toMatchObject({ requestId: "r-2" });
  });

  test.each([
    [502, "<html>Bad gateway</html>", ApiError, true],
    [500, "", ApiError, true],
    [500, "null", ApiError, true],
    [400, "[]", ApiError, false],
    [404, '{"error_code": 5}', ApiError, false],
  ])("%d without a code: %j", async (status, body, kind, retryable) => {
    server.script = [answer(status, body)];
    const error = await failure(client().encryptions.get("1"));
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ code: undefined, requestId: undefined, status, retryable });
    expect((error as Error).message).toMatch(new RegExp(`^no error code: .* \\(status ${status}\\)$`));
  });

  test("gives the response, unread", async () => {
    server.script = [refusal(400, "MPC.10202")];
    const { response } = (await failure(client().encryptions.get("1"))) as ApiError;
    expect(await response?.json()).toEqual({ error_code: "MPC.10202", error_msg: "It is MPC.10202." });
  });

  test.each([
    ["7", 7000],
    ["0", 0],
    ["Wed, 21 Oct 2015 07:28:10 GMT", 10_000],
    ["Wed, 21 Oct 2015 07:27:00 GMT", undefined],
    ["soon", undefined],
    [undefined, undefined],
  ])("says how long to wait: %s", async (value, retryAfter) => {
    const headers = { Date: "Wed, 21 Oct 2015 07:28:00 GMT", ...(value ? { "Retry-After": value } : {}) };
    server.script = [refusal(429, "APIGW.0308", headers)];
    expect(await failure(client().encryptions.get("1"))).toMatchObject({ retryAfter });
  });
});

describe("a response that is no success, whatever its status", () => {
  test.each([
    ["HTML", answer(200, "<html>Log in</html>", { "Content-Type": "text/html" }), "is not JSON"],
    ["JSON cut short", answer(200, '{"task_array": ['), "is not JSON"],
    ["nothing", answer(200, ""), "has no task_array as the contract says"],
    ["null", answer(200, "null"), "has no task_array as the contract says"],
    ["no list", answer(200, { task_array: {} }), "has no task_array as the contract says"],
    ["no is_truncated", answer(200, { task_array: [] }), "has no is_truncated as the contract says"],
    ["no total", answer(200, { task_array: [], is_truncated: 0 }), "has no total as the contract says"],
    [
      "a task that is null",
      answer(200, { task_array: [null], is_truncated: 0, total: 1 }),
      "has no status as the contract says",
    ],
    ["a task without an ID", page({ status: "FAILED" }), "has no task_id as the contract says"],
    [
      "a task with an empty ID",
      page({ task_id: "", status: "FAILED" }),
      "has no task_id as the contract says",
    ],
    ["a task without a status", page({ task_id: 1 }), "has no status as the contract says"],
    [
      "an ID that a double does not hold",
      answer(
        200,
        '{"task_array":[{"task_id":9007199254740993,"status":"FAILED"}],"is_truncated":0,"total":1}',
      ),
      "has no task_id as the contract says",
    ],
    [
      "a redirect",
      answer(302, "", { Location: "http://127.0.0.1:1/" }),
      "is a redirect, which is not followed",
    ],
  ])("%s", async (_, behaviour, what) => {
    server.script = [behaviour];
    const error = await failure(client().encryptions.get("1"));
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect((error as Error).message).toMatch(new RegExp(`^the response with status \\d+ ${what}$`));
    expect((error as UnexpectedResponseError).response).toBeInstanceOf(Response);
  });

  test("a body to a cancellation", async () => {
    server.script = [answer(200, {})];
    expect(await failure(client().encryptions.cancel("1"))).toMatchObject({
      name: "UnexpectedResponseError",
      message: "the response with status 200 has a body",
    });
  });

  test.each([{}, "null", { task_id: null }])("a task that was created without an ID: %j", async (body) => {
    server.script = [answer(202, body)];
    const place = { bucket: "b", location: "l", object: "o.m3u8" };
    const task = {
      input: place,
      output: place,
      encryption: { hls_encrypt: { key: "AAECAwQFBgcICQoLDA0ODw==", url: "u" } },
    };
    expect(await failure(client().encryptions.create(task))).toBeInstanceOf(UnexpectedResponseError);
  });

  test("keeps what the parser said", async () => {
    server.script = [answer(200, "{oh")];
    const { cause } = (await failure(client().encryptions.get("1"))) as Error;
    expect(cause).toBeInstanceOf(SyntaxError);
  });

  test("more bytes than any page has are not read", async () => {
    let sent = 0;
    server.script = [
      (response) => {
        response.writeHead(200, { "Content-Type": "application/json" });
        const megabyte = " ".repeat(1024 * 1024);
        const more = (): void => {
          if (response.destroyed) return;
          sent++;
          response.write(megabyte, more);
        };
        more();
      },
    ];
    const error = await failure(client().encryptions.get("1"));
    expect(error).toMatchObject({
      name: "UnexpectedResponseError",
      message: expect.stringMatching("more than"),
    });
    expect(sent).toBeLessThan(40);
  });

  test("neither does the raw client take it for a success", async () => {
    server.script = [answer(200, "<html>")];
    expect(await failure(client().GET("/v1/{project_id}/encryptions"))).toBeInstanceOf(
      UnexpectedResponseError,
    );
  });
});

describe("no response", () => {
  test.each([
    ["the connection is reset", reset],
    ["the body is cut", cut],
  ])("%s", async (_, behaviour) => {
    server.script = [behaviour];
    const error = await failure(client().encryptions.get("1"));
    expect(error).toBeInstanceOf(ConnectionError);
    expect((error as Error).cause).toBeInstanceOf(Error);
  });

  test("nobody listens", async () => {
    const error = await failure(client({ endpoint: await deserted() }).encryptions.get("1"));
    expect(error).toBeInstanceOf(ConnectionError);
    expect((error as Error).cause).toMatchObject({ cause: { code: "ECONNREFUSED" } });
  });

  test.each([
    ["no answer", silence],
    ["a body without an end", slow],
  ])("%s within the time of a sending", async (_, behaviour) => {
    server.script = [behaviour];
    const error = await failure(client({ attemptTimeout: 50 }).encryptions.get("1"));
    expect(error).toBeInstanceOf(TimeoutError);
    expect((error as Error).message).toBe("no answer within 50 ms");
  });

  test("no answer within the time of a call", async () => {
    server.script = [silence];
    const error = await failure(client().encryptions.get("1", { timeout: 50 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect((error as Error).message).toBe("no answer within 50 ms");
    expect(server.arrived).toHaveLength(1);
  });

  test.each([
    ["while it waits", silence],
    ["in the middle of the body", slow],
  ])("the caller aborts %s", async (_, behaviour) => {
    const controller = new AbortController();
    server.script = [
      (response, request) => {
        behaviour(response, request);
        setTimeout(() => controller.abort("enough"), 20);
      },
    ];
    const error = await failure(client().encryptions.get("1", { signal: controller.signal }));
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ name: "AbortError", cause: "enough" });
  });

  test("the caller had aborted before", async () => {
    const error = await failure(client().encryptions.get("1", { signal: AbortSignal.abort("never") }));
    expect(error).toMatchObject({ name: "AbortError", cause: "never" });
    expect(server.arrived).toEqual([]);
  });

  test("the caller aborts a raw call", async () => {
    server.script = [silence];
    const signal = AbortSignal.timeout(50);
    const error = await failure(client().GET("/v1/{project_id}/encryptions", { signal }));
    expect(error).toBeInstanceOf(AbortError);
    expect((error as Error).cause).toBe(signal.reason);
  });
});

test.each([
  ["an entry that says so", page({ task_id: 1, status: "NO_TASK" })],
  ["no entry", page()],
  ["the entry of another", page({ task_id: 2, status: "FAILED" })],
])("a task that is not there: %s", async (_, behaviour) => {
  server.script = [behaviour];
  const error = await failure(client().encryptions.get("1"));
  expect(error).toBeInstanceOf(TaskNotFoundError);
  expect(error).toMatchObject({ taskIds: ["1"], tasks: [], message: "no task has the ID 1" });
});

describe("no secret is shown", () => {
  const key = "AAECAwQFBgcICQoLDA0ODw==";
  const iv = "AQEBAQEBAQEBAQEBAQEBAQ==";
  const place = { bucket: "b", location: "l", object: "o.m3u8" };
  const task = { input: place, output: place, encryption: { hls_encrypt: { key, iv, url: "u" } } };

  /** All that a log could show of a value. */
  function shown(value: unknown): string {
    return [inspect(value, { depth: 10 }), String(value), JSON.stringify(value), (value as Error).stack].join(
      "\n",
    );
  }

  test.each([
    ["in an error", (echo: string) => answer(400, { error_code: "MPC.10202", error_msg: echo })],
    ["in a code", (echo: string) => answer(401, { error_code: echo, error_msg: echo })],
    ["in what is not JSON", (echo: string) => answer(200, echo)],
    ["in HTML", (echo: string) => answer(502, echo)],
    ["before it breaks", (echo: string) => answer(302, echo)],
  ])("that the service echoes %s", async (_, behaviour) => {
    const echoes: string[] = [];
    server.script = [
      (response, { body, headers }) => {
        const { authorization, "x-security-token": token } = headers;
        const signature = /Signature=(\w+)/.exec(String(authorization))![1]!;
        echoes.push(signature, secretKey, String(token), ...(body ? [key, iv] : []));
        behaviour(echoes.join(" "))(response, { body, headers, method: "", url: "" });
      },
    ];
    const error = await failure(client().encryptions.create(task));
    expect(echoes).toContain(securityToken);
    for (const echo of echoes) expect(shown(error)).not.toContain(echo);
  });

  test("of a token", async () => {
    server.script = [answer(400, { error_code: "MPC.10202", error_msg: "the-token is wrong" })];
    const error = await failure(client({ credentials: { token: "the-token" } }).encryptions.get("1"));
    expect((error as Error).message).toBe("MPC.10202: *** is wrong (status 400)");
  });

  test("of a token that stands in the code by chance, which is still understood", async () => {
    server.script = [answer(400, { error_code: "APIGW.0308", error_msg: "slow down" })];
    const error = await failure(client({ credentials: { token: "08" }, maxRetries: 0 }).encryptions.get("1"));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(shown(error)).not.toContain("08");
  });

  test("in the client", () => {
    expect(shown(client())).not.toMatch(/secret|token/i);
  });

  test("in a refused argument", async () => {
    const wrong = { ...task, encryption: { hls_encrypt: { url: "u", key: "my-secret" } } };
    const error = await failure(client().encryptions.create(wrong));
    expect((error as Error).message).toBe(
      "create: encryption.hls_encrypt.key: give 128 bits in base64, 22 characters and `==`",
    );
    expect(server.arrived).toEqual([]);
  });
});
