import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  createMpcClient,
  type Credentials,
  credentialsFromEnv,
  type CredentialsProvider,
  type MpcClientOptions,
} from "../src/index.ts";
import { answer, type Arrived, type Behaviour, faultServer, page, refusal, reset } from "./fault-server.ts";

const server = faultServer();
const found = page({ task_id: 1, status: "FAILED" });

function client(credentials: Credentials | CredentialsProvider, options: Partial<MpcClientOptions> = {}) {
  return createMpcClient({
    endpoint: server.endpoint,
    projectId: "p",
    credentials,
    ...options,
  } as MpcClientOptions);
}

/** Takes the token that is good, and rejects any other. */
const accepting =
  (token: string): Behaviour =>
  (response, request) => {
    const good = request.headers["x-auth-token"] === token;
    (good ? found : refusal(401, "MPC.10203"))(response, request);
  };

const tokens = (): unknown[] => server.arrived.map(({ headers }) => headers["x-auth-token"]);

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  return () => {
    vi.useRealTimers();
  };
});

describe("a function that gives credentials", () => {
  test("may give a token or a key, at once or later", async () => {
    server.script = [found];
    await client(() => ({ token: "t" })).encryptions.get("1");
    await client(async () => ({ accessKey: "AK", secretKey: "SK" })).encryptions.get("1");
    expect(server.arrived.map(({ headers }) => headers["x-auth-token"] ?? headers.authorization)).toEqual([
      "t",
      expect.stringContaining("Access=AK,"),
    ]);
  });

  test("is called once, however many requests wait for it", async () => {
    server.script = [found];
    const provide = vi.fn<CredentialsProvider>(async () => ({ token: "t" }));
    const mpc = client(provide);
    await Promise.all(Array.from({ length: 20 }, () => mpc.encryptions.get("1")));
    await mpc.encryptions.get("1");
    expect(provide).toHaveBeenCalledTimes(1);
    expect(provide).toHaveBeenCalledWith(undefined);
  });

  test("is called again five minutes ahead of the end of what it gave", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 0 });
    server.script = [found];
    let given = 0;
    const mpc = client(() => ({ token: `t${++given}`, expiresAt: new Date(3_600_000) }));
    for (const now of [0, 3_299_999, 3_300_000]) {
      vi.setSystemTime(now);
      await mpc.encryptions.get("1");
    }
    expect(tokens()).toEqual(["t1", "t1", "t2"]);
  });

  test("is called at half of the life of what does not live long, not for each request", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 0 });
    server.script = [found];
    let given = 0;
    const mpc = client(() => ({ token: `t${++given}`, expiresAt: new Date(240_000) }));
    for (const now of [0, 119_999, 120_000]) {
      vi.setSystemTime(now);
      await mpc.encryptions.get("1");
    }
    expect(tokens()).toEqual(["t1", "t1", "t2"]);
  });

  test("is called again with what was rejected, once for all that were rejected", async () => {
    server.script = [accepting("t2")];
    const provide = vi.fn<CredentialsProvider>(async (rejected) => ({ token: rejected ? "t2" : "t1" }));
    const mpc = client(provide);
    await Promise.all([mpc.encryptions.get("1"), mpc.encryptions.get("1"), mpc.encryptions.get("1")]);
    expect(provide.mock.calls).toEqual([[undefined], [{ token: "t1" }]]);
    expect(tokens()).toHaveLength(6);
    expect(tokens().filter((token) => token === "t2")).toHaveLength(3);
  });

  test("is not called for a second time when what it gives is rejected again", async () => {
    server.script = [accepting("none of them")];
    let given = 0;
    const mpc = client(() => ({ token: `t${++given}` }));
    await expect(mpc.encryptions.get("1")).rejects.toMatchObject({ code: "MPC.10203" });
    expect(tokens()).toEqual(["t1", "t2"]);
  });

  test("that gives the same again has nothing sent again", async () => {
    server.script = [refusal(401, "APIGW.0301")];
    const mpc = client(() => ({ accessKey: "AK", secretKey: "SK" }));
    await expect(mpc.encryptions.get("1")).rejects.toMatchObject({ code: "APIGW.0301" });
    expect(server.arrived).toHaveLength(1);
  });

  test("is asked for the raw client, too", async () => {
    server.script = [accepting("t2")];
    const mpc = client((rejected) => ({ token: rejected ? "t2" : "t1" }));
    expect((await mpc.GET("/v1/{project_id}/encryptions")).data?.total).toBe(1);
  });

  test("a create is sent again, since what was rejected did nothing", async () => {
    server.script = [refusal(401, "MPC.10203"), answer(202, { task_id: 7 })];
    const place = { bucket: "b", location: "l", object: "o.m3u8" };
    const encryption = { hls_encrypt: { key: "AAECAwQFBgcICQoLDA0ODw==", url: "u" } };
    const mpc = client((rejected) => ({ token: rejected ? "t2" : "t1" }));
    expect(await mpc.encryptions.create({ input: place, output: place, encryption })).toBe("7");
    expect(server.arrived[1]?.body).toBe(server.arrived[0]?.body);
  });

  test("may fail: what it throws is what the call throws, and the next call asks anew", async () => {
    server.script = [found];
    const reason = new RangeError("no vault");
    const provide = vi
      .fn<CredentialsProvider>()
      .mockRejectedValueOnce(reason)
      .mockResolvedValue({ token: "t" });
    const mpc = client(provide);
    await expect(mpc.encryptions.get("1")).rejects.toBe(reason);
    expect(server.arrived).toEqual([]);
    await mpc.encryptions.get("1");
  });

  test("that gives what are no credentials is told so", async () => {
    const mpc = client(() => ({ token: "the secret\n" }));
    await expect(mpc.encryptions.get("1")).rejects.toThrow(
      new TypeError(
        "createMpcClient: credentials.token: give visible ASCII characters, without a line break",
      ),
    );
  });

  test("that takes too long ends with the time of a sending", async () => {
    const mpc = client(async () => new Promise(() => {}), { attemptTimeout: 20, maxRetries: 0 });
    await expect(mpc.encryptions.get("1")).rejects.toMatchObject({ name: "TimeoutError" });
  });
});

describe("a clock that is off", () => {
  const hour = 3_600_000;

  /** Verifies the date as the service does, by a clock that is an hour ahead. */
  const strict: Behaviour = (response, request) => {
    const now = Date.now() + hour;
    const [year, month, day, h, m, s] = /(....)(..)(..)T(..)(..)(..)Z/
      .exec(String(request.headers["x-sdk-date"]))!
      .slice(1)
      .map(Number) as [number, number, number, number, number, number];
    const off = Math.abs(Date.UTC(year, month - 1, day, h, m, s) - now);
    const headers = { Date: new Date(now).toUTCString() };
    if (off > 900_000) refusal(401, "APIGW.0301", headers)(response, request);
    else
      answer(
        200,
        { task_array: [{ task_id: 1, status: "FAILED" }], is_truncated: 0, total: 1 },
        headers,
      )(response, request);
  };

  test("is corrected once, for all calls that follow", async () => {
    server.script = [strict];
    const mpc = client({ accessKey: "AK", secretKey: "SK" });
    await mpc.encryptions.get("1");
    await mpc.encryptions.get("1");
    expect(server.arrived).toHaveLength(3);
  });

  test("is not corrected a second time in a call", async () => {
    let ahead = 0;
    server.script = [
      (response, request) => {
        ahead += hour;
        refusal(401, "APIGW.0301", { Date: new Date(Date.now() + ahead).toUTCString() })(response, request);
      },
    ];
    await expect(client({ accessKey: "AK", secretKey: "SK" }).encryptions.get("1")).rejects.toThrow(
      "APIGW.0301",
    );
    expect(server.arrived).toHaveLength(2);
  });

  test.each([
    ["a quarter of an hour", new Date(Date.now() + 890_000).toUTCString()],
    ["an unknown time", "once upon a time"],
    ["a time that is not given", undefined],
  ])("by no more than %s is left alone", async (_, date) => {
    server.script = [
      (response, request) => {
        response.sendDate = false;
        refusal(401, "APIGW.0301", date ? { Date: date } : {})(response, request);
      },
    ];
    await expect(client({ accessKey: "AK", secretKey: "SK" }).encryptions.get("1")).rejects.toThrow(
      "APIGW.0301",
    );
    expect(server.arrived).toHaveLength(1);
  });
});

test("each sending is signed anew", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
  server.script = [
    (response, request: Arrived) => {
      vi.setSystemTime(60_000);
      reset(response, request);
    },
    found,
  ];
  await client({ accessKey: "AK", secretKey: "SK" }).encryptions.get("1");
  expect(server.arrived.map(({ headers }) => headers["x-sdk-date"])).toEqual([
    "19700101T000000Z",
    "19700101T000100Z",
  ]);
});

describe("credentials from the environment", () => {
  const variables = { HUAWEICLOUD_SDK_AK: "AK", HUAWEICLOUD_SDK_SK: "SK" };

  test("are a key, or a temporary one", () => {
    expect(credentialsFromEnv(variables)).toEqual({ accessKey: "AK", secretKey: "SK" });
    expect(credentialsFromEnv({ ...variables, HUAWEICLOUD_SDK_SECURITY_TOKEN: "ST" })).toEqual({
      accessKey: "AK",
      secretKey: "SK",
      securityToken: "ST",
    });
    expect(credentialsFromEnv({ ...variables, HUAWEICLOUD_SDK_SECURITY_TOKEN: "" })).toEqual(
      credentialsFromEnv(variables),
    );
  });

  test("are those of the process, unless others are given", () => {
    vi.stubEnv("HUAWEICLOUD_SDK_AK", "PAK");
    vi.stubEnv("HUAWEICLOUD_SDK_SK", "PSK");
    expect(credentialsFromEnv()).toEqual({ accessKey: "PAK", secretKey: "PSK" });
    vi.unstubAllEnvs();
  });

  test.each([
    [{}, "HUAWEICLOUD_SDK_AK: set this environment variable"],
    [{ HUAWEICLOUD_SDK_AK: "AK" }, "HUAWEICLOUD_SDK_SK: set this environment variable"],
    [
      { ...variables, HUAWEICLOUD_SDK_SK: "SK\n" },
      "credentials.secretKey: give visible ASCII characters, without a line break",
    ],
  ])("%j are refused", (given, message) => {
    expect(() => credentialsFromEnv(given)).toThrow(new TypeError(`credentialsFromEnv: ${message}`));
  });

  test("are missing where there is no process", () => {
    vi.stubGlobal("process", undefined);
    try {
      expect(() => credentialsFromEnv()).toThrow("set this environment variable");
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
