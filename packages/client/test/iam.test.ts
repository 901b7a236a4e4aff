import { inspect } from "node:util";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createMpcClient, iamTokenProvider } from "../src/index.ts";
import { answer, type Behaviour, faultServer, page, refusal } from "./fault-server.ts";

const server = faultServer();
const password = "the/pass+word";
const about = { user: "reader", domain: "company", password, project: "p" };

const provider = (options: object = {}) =>
  iamTokenProvider({ endpoint: server.endpoint, ...about, ...options });

/** Gives a token each time, with the next number. */
function issue(expires_at?: string): Behaviour {
  let issued = 0;
  return (response, request) => {
    answer(201, { token: { expires_at } }, { "X-Subject-Token": `t${++issued}` })(response, request);
  };
}

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  return () => {
    vi.useRealTimers();
  };
});

test("asks IAM for a token whose scope is the project", async () => {
  server.script = [issue("2020-11-20T10:39:52.123000Z")];
  expect(await provider()()).toEqual({ token: "t1", expiresAt: new Date("2020-11-20T10:39:52.123Z") });
  const [{ body, headers, method, url }] = server.arrived as [(typeof server.arrived)[0]];
  expect([method, url, headers["content-type"]]).toEqual(["POST", "/v3/auth/tokens", "application/json"]);
  expect(JSON.parse(body)).toEqual({
    auth: {
      identity: {
        methods: ["password"],
        password: { user: { name: "reader", password, domain: { name: "company" } } },
      },
      scope: { project: { id: "p" } },
    },
  });
});

test("goes to the IAM of a region", async () => {
  const urls: string[] = [];
  const fetch = async ({ url }: Request) => {
    urls.push(url);
    return new Response("{}", { headers: { "X-Subject-Token": "t" } });
  };
  await iamTokenProvider({ region: "cn-north-4", ...about, fetch })();
  expect(urls).toEqual(["https://iam.cn-north-4.myhuaweicloud.com/v3/auth/tokens"]);
});

describe("a token", () => {
  test("is kept, and renewed five minutes ahead of its end", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 0 });
    server.script = [issue(new Date(3_600_000).toISOString())];
    const provide = provider();
    const given = [];
    for (const now of [0, 3_299_999, 3_300_000]) {
      vi.setSystemTime(now);
      given.push(await provide());
    }
    expect(given).toMatchObject([{ token: "t1" }, { token: "t1" }, { token: "t2" }]);
  });

  test("lives 24 hours when IAM does not say", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 0 });
    server.script = [issue()];
    expect(await provider()()).toEqual({ token: "t1", expiresAt: new Date(86_400_000) });
    server.script = [answer(201, "null", { "X-Subject-Token": "t" })];
    expect(await provider()()).toEqual({ token: "t", expiresAt: new Date(86_400_000) });
  });

  test("is renewed once it is rejected", async () => {
    const tokens = issue();
    server.script = [
      (response, request) => {
        if (request.method === "POST") tokens(response, request);
        else if (request.headers["x-auth-token"] === "t1") refusal(401, "MPC.10203")(response, request);
        else page({ task_id: 1, status: "FAILED" })(response, request);
      },
    ];
    const credentials = provider();
    const clients = ["p", "p"].map((projectId) =>
      createMpcClient({ endpoint: server.endpoint, projectId, credentials }),
    );
    await Promise.all(clients.map(({ encryptions }) => encryptions.get("1")));
    expect(server.arrived.filter(({ method }) => method === "POST")).toHaveLength(2);
  });
});

describe("a failure", () => {
  test("of IAM is that of the call, and the password is neither shown nor tried again", async () => {
    server.script = [answer(401, { error: { code: 401, message: `No ${password}`, title: "Unauthorized" } })];
    const mpc = createMpcClient({ endpoint: server.endpoint, projectId: "p", credentials: provider() });
    const error = await mpc.encryptions.get("1").catch((error: unknown) => error);
    expect(error).toMatchObject({ name: "AuthenticationError", status: 401 });
    expect(server.arrived).toHaveLength(1);

    server.script = [refusal(401, password)];
    const echoed = await provider()(undefined).catch((error: unknown) => error);
    expect(inspect(echoed)).not.toContain(password);
  });

  test("that passes is overcome", async () => {
    server.script = [refusal(429, "APIGW.0308"), issue()];
    expect(await provider()()).toMatchObject({ token: "t1" });
  });

  test("to give a token is none of them", async () => {
    server.script = [answer(201, {})];
    await expect(provider()()).rejects.toThrow("the response with status 201 has no header X-Subject-Token");
  });

  test.each([
    [{ user: "" }, "user: give a text that is not empty"],
    [{ domain: undefined }, "domain: give a text that is not empty"],
    [{ password: 5 }, "password: give a text that is not empty"],
    [{ project: null }, "project: give a text that is not empty"],
    [{ endpoint: undefined }, "region, endpoint: give one of the two"],
    [{ region: "cn-north-4" }, "region, endpoint: give one of the two"],
    [
      { endpoint: "iam" },
      "region, endpoint: give a region such as cn-north-4, or a URL such as https://iam.myhuaweicloud.com",
    ],
    [
      { endpoint: undefined, region: "a b" },
      "region, endpoint: give a region such as cn-north-4, or a URL such as https://iam.myhuaweicloud.com",
    ],
  ])("of the caller is refused: %j", (wrong, message) => {
    expect(() => provider(wrong)).toThrow(new TypeError(`iamTokenProvider: ${message}`));
  });
});
