import { signRequest } from "@mpc-contract/client/sign";
import { describe, expect, test } from "vitest";
import { createEmulator, type Emulator, emulatorCredentials, emulatorToken } from "../src/index.ts";
import { startServer } from "../src/server.ts";
import { order } from "./send.ts";

const origin = "http://127.0.0.1:4010";
const path = "/v1/p/encryptions";

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

describe("an access key", () => {
  const noon = new Date("2026-11-23T12:00:00Z");
  const key = { accessKey: "AK", secretKey: "SK" };

  async function ask(
    emulator: Emulator,
    credentials: Parameters<typeof signRequest>[1],
    project = "p",
    change: (request: Request) => void = () => {},
  ): Promise<[number, string]> {
    const request = new Request(`${origin}/v1/${project}/encryptions`, {
      headers: { "X-Project-Id": project },
    });
    const signed = await signRequest(request, credentials, { date: emulator.clock.now() });
    change(signed);
    const response = await emulator.fetch(signed);
    const { error_code = "" } = (await response.json()) as { error_code?: string };
    return [response.status, error_code];
  }

  test("is locked by five wrong signatures in a row, for five minutes", async () => {
    const emulator = createEmulator({
      seed: { accessKeys: [key, { ...key, accessKey: "OTHER" }] },
      clock: noon,
    });
    const wrong = { ...key, secretKey: "wrong" };
    for (let time = 0; time < 4; time++) expect(await ask(emulator, wrong)).toEqual([401, "APIGW.0301"]);
    expect(await ask(emulator, key)).toEqual([200, ""]);
    for (let time = 0; time < 5; time++) await ask(emulator, wrong);
    expect(await ask(emulator, key)).toEqual([401, "APIGW.0301"]);
    expect(await ask(emulator, { ...key, accessKey: "OTHER" })).toEqual([200, ""]);
    emulator.clock.advance(299_999);
    expect(await ask(emulator, key)).toEqual([401, "APIGW.0301"]);
    emulator.clock.advance(1);
    expect(await ask(emulator, key)).toEqual([200, ""]);
  });

  test("is not unlocked by wrong signatures that come at once", async () => {
    const emulator = createEmulator({ seed: { accessKeys: [key] }, clock: noon });
    await Promise.all(Array.from({ length: 7 }, () => ask(emulator, { ...key, secretKey: "wrong" })));
    expect(await ask(emulator, key)).toEqual([401, "APIGW.0301"]);
    await emulator.reset();
    expect(await ask(emulator, key)).toEqual([200, ""]);
  });

  test("opens its projects, until it ends", async () => {
    const seed = { accessKeys: [{ ...key, projects: ["p", "q"], expires: "2026-11-23T13:00:00Z" }] };
    const emulator = createEmulator({ seed, clock: noon });
    expect(await ask(emulator, key)).toEqual([200, ""]);
    expect(await ask(emulator, key, "q")).toEqual([200, ""]);
    expect(await ask(emulator, key, "r")).toEqual([400, "MPC.10208"]);
    emulator.clock.advance(3_600_000);
    expect(await ask(emulator, key)).toEqual([401, "APIGW.0301"]);
  });

  test("that is temporary goes with its security token, signed", async () => {
    const temporary = { ...key, securityToken: "ST" };
    const emulator = createEmulator({ seed: { accessKeys: [temporary] }, clock: noon });
    expect(await ask(emulator, temporary)).toEqual([200, ""]);
    expect(await ask(emulator, key)).toEqual([401, "APIGW.0301"]);
    expect(await ask(emulator, { ...key, securityToken: "OTHER" })).toEqual([401, "APIGW.0301"]);
    const unsigned = await ask(emulator, key, "p", (request) =>
      request.headers.set("X-Security-Token", "ST"),
    );
    expect(unsigned).toEqual([401, "APIGW.0301"]);
  });

  test("signs the body as well", async () => {
    const emulator = createEmulator({ seed: { accessKeys: [key] }, clock: noon });
    const create = async (sent: string): Promise<number> => {
      const headers = { "X-Project-Id": "p", "Content-Type": "application/json" };
      const request = new Request(`${origin}${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(order),
      });
      const signed = await signRequest(request, key, { date: noon });
      return (await emulator.fetch(new Request(signed, { body: sent, method: "POST" }))).status;
    };
    expect(await create(JSON.stringify(order))).toBe(202);
    expect(await create(JSON.stringify({ ...order, user_data: "other" }))).toBe(401);
  });
});

describe("a token", () => {
  const seed = {
    tokens: [
      { token: "of-p", projects: ["p"] },
      { token: "old", expires: "2026-11-23T12:00:01Z" },
    ],
  };

  test("opens its projects, until it ends", async () => {
    const emulator = createEmulator({ seed, clock: new Date("2026-11-23T12:00:00Z") });
    const ask = async (token: string, project = "p"): Promise<unknown> => {
      const headers = { "X-Auth-Token": token };
      const response = await emulator.fetch(`${origin}/v1/${project}/encryptions`, { headers });
      return [response.status, ((await response.json()) as { error_code?: string }).error_code];
    };
    expect(await ask("of-p")).toEqual([200, undefined]);
    expect(await ask("of-p", "q")).toEqual([400, "MPC.10208"]);
    expect(await ask("old")).toEqual([200, undefined]);
    emulator.clock.advance(1000);
    expect(await ask("old")).toEqual([401, "MPC.10203"]);
    // Who names tokens takes no others.
    expect(await ask(emulatorToken)).toEqual([401, "MPC.10203"]);
  });
});

test("loose takes any credentials, but not none", async () => {
  const emulator = createEmulator({ auth: "loose" });
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (await emulator.fetch(`${origin}${path}`, { headers })).status;
  expect(await ask({ "X-Auth-Token": "anything" })).toBe(200);
  const signed = { "X-Project-Id": "p", "X-Sdk-Date": "20200101T000000Z" };
  expect(
    await ask({ ...signed, Authorization: "SDK-HMAC-SHA256 Access=a, SignedHeaders=b, Signature=c" }),
  ).toBe(200);
  expect(await ask({ ...signed, Authorization: "Basic YTpi" })).toBe(401);
  expect(await ask({})).toBe(401);
});

test("the vendor's own client is answered", async () => {
  const { BasicCredentials } = await import("@huaweicloud/huaweicloud-sdk-core");
  const { ClientBuilder } = await import("@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js");
  await using server = await startServer(createEmulator({ seed: { tasks: {} } }), { port: 0 });
  const client = new ClientBuilder((core) => core)
    .withCredential(
      new BasicCredentials()
        .withAk(emulatorCredentials.accessKey)
        .withSk(emulatorCredentials.secretKey)
        .withProjectId("p"),
    )
    .withEndpoint(server.url)
    .build();
  const send = async (method: string, more: { data?: object; queryParams?: object } = {}): Promise<unknown> =>
    client.sendRequest({
      method,
      url: "/v1/{project_id}/encryptions",
      contentType: "application/json",
      pathParams: { project_id: "p" },
      queryParams: {},
      headers: {},
      ...more,
    });
  expect(await send("POST", { data: { ...order, user_data: "订单 +&=" } })).toEqual({
    task_id: 1,
    httpStatusCode: 202,
  });
  expect(await send("GET", { queryParams: { task_id: ["1", "2"] } })).toMatchObject({
    total: 2,
    task_array: [{ task_id: 1, status: "WAITING", user_data: "订单 +&=" }, { status: "NO_TASK" }],
  });
  expect(await send("DELETE", { queryParams: { task_id: "1" } })).toMatchObject({ httpStatusCode: 204 });
});

test("the journal says why credentials were refused", async () => {
  const emulator = createEmulator({ clock: new Date("2026-11-23T12:00:00Z") });
  const refuse = async (headers: Record<string, string>): Promise<string | undefined> => {
    await emulator.fetch(`${origin}${path}`, { headers });
    return emulator.journal.at(-1)!.finding;
  };
  const authorization = (access: string): Record<string, string> => ({
    Authorization: `SDK-HMAC-SHA256 Access=${access}, SignedHeaders=host;x-sdk-date, Signature=${"0".repeat(64)}`,
    "X-Sdk-Date": "20261123T120000Z",
  });
  expect(await refuse({})).toBe("there is neither X-Auth-Token nor Authorization");
  expect(await refuse({ "X-Auth-Token": "secret" })).toBe("X-Auth-Token: the token is not known");
  expect(await refuse({ Authorization: "Basic YTpi" })).toContain('it is not "SDK-HMAC-SHA256 Access=');
  expect(await refuse(authorization("NOBODY"))).toBe("Authorization: the access key is not known");
  expect(await refuse(authorization("EMULATOR"))).toBe("Authorization: the signature is wrong");
  expect(await refuse({ ...authorization("EMULATOR"), "X-Sdk-Date": "20261123T110000Z" })).toBe(
    "X-Sdk-Date: it is more than 900 seconds from the emulator's clock, 2026-11-23T12:00:00.000Z",
  );
  expect(JSON.stringify(emulator.journal)).not.toContain("secret");
});
