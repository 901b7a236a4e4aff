import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AccessKey, createMpcClient, type EncryptionTaskRequest } from "../src/index.ts";
import { signRequest } from "../src/sign.ts";

const path = "/v1/{project_id}/encryptions";
const projectId = "77b6a44cba5143ab91d13ab9a8ff44fd";
const credentials = { token: "a-token" };

interface Received {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

let received: Received[] = [];
let answer = { status: 200, headers: {} as Record<string, string>, body: "{}" };
let endpoint: string;

/** Signs what was received with the same key at the same time, as a service does to verify it. */
async function signedAgain({ body, headers, method, url }: Received, key: AccessKey): Promise<string | null> {
  const seen = new Request(endpoint + url, {
    method,
    headers: {
      "X-Project-Id": String(headers["x-project-id"]),
      ...(headers["content-type"] ? { "Content-Type": headers["content-type"] } : {}),
    },
    ...(body ? { body } : {}),
  });
  const date = String(headers["x-sdk-date"]).replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5");
  return (await signRequest(seen, key, { date: new Date(date) })).headers.get("Authorization");
}

const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  received.push({ method: request.method!, url: request.url!, headers: request.headers, body });
  response.writeHead(answer.status, { "Content-Type": "application/json", ...answer.headers });
  response.end(answer.body);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  received = [];
  answer = { status: 200, headers: {}, body: "{}" };
});

describe("a request on the wire", () => {
  test("has the project of the client, and a list as a repeated key", async () => {
    const mpc = createMpcClient({ endpoint, projectId, credentials });
    await mpc.GET(path, { params: { query: { task_id: ["1002", "31207"], status: "FAILED", size: 100 } } });
    await mpc.GET(path);
    expect(received.map(({ url }) => url)).toEqual([
      `/v1/${projectId}/encryptions?task_id=1002&task_id=31207&status=FAILED&size=100`,
      `/v1/${projectId}/encryptions`,
    ]);
  });

  test("has the project of the call, where the call names one", async () => {
    const mpc = createMpcClient({ endpoint, projectId, credentials: { accessKey: "AK", secretKey: "SK" } });
    await mpc.GET(path, { params: { path: { project_id: "another" } } });
    expect(received).toMatchObject([
      { url: "/v1/another/encryptions", headers: { "x-project-id": "another" } },
    ]);
  });

  test("carries a token", async () => {
    await createMpcClient({ endpoint, projectId, credentials }).GET(path);
    expect(received[0]?.headers).toMatchObject({ "x-auth-token": "a-token" });
    expect(received[0]?.headers).not.toHaveProperty("authorization");
  });

  test.each([credentials, { accessKey: "AK", secretKey: "SK", securityToken: "ST" }])(
    "shows middleware no credential",
    async (given) => {
      const mpc = createMpcClient({ endpoint, projectId, credentials: given });
      const seen: string[] = [];
      const see = ({ request }: { request: Request }): undefined => {
        seen.push(...request.headers.keys());
      };
      mpc.use({ onRequest: see, onResponse: see });
      await mpc.GET(path);
      expect(seen.filter((name) => /^(?:authorization|x-auth-token|x-security-token)$/.test(name))).toEqual(
        [],
      );
    },
  );

  test("carries a signature over what was sent", async () => {
    const key = { accessKey: "AK", secretKey: "SK", securityToken: "ST" };
    const mpc = createMpcClient({ endpoint, projectId, credentials: key });
    const place = { bucket: "b", location: "cn-north-4", object: "订单/index.m3u8" };
    const body: EncryptionTaskRequest = {
      input: place,
      output: place,
      encryption: { hls_encrypt: { key: "AAAAAAAAAAAAAAAAAAAAAA==", url: "https://k" } },
    };
    await mpc.POST(path, { body });

    const { body: text, headers, method } = received[0]!;
    expect(method).toBe("POST");
    expect(JSON.parse(text)).toEqual(body);
    expect(headers).toMatchObject({ "x-project-id": projectId, "x-security-token": "ST" });
    expect(headers.authorization).toBe(await signedAgain(received[0]!, key));
    expect(headers.authorization).toContain(
      "SignedHeaders=content-type;host;x-project-id;x-sdk-date;x-security-token,",
    );
  });

  test("is signed last, so that middleware may change it", async () => {
    const key = { accessKey: "AK", secretKey: "SK" };
    const mpc = createMpcClient({ endpoint, projectId, credentials: key });
    mpc.use({ onRequest: ({ request }) => new Request(`${request.url}&size=1`, request) });
    await mpc.GET(path, { params: { query: { page: 2 } } });

    const [request] = received as [Received];
    expect(request.url).toBe(`/v1/${projectId}/encryptions?page=2&size=1`);
    expect(request.headers.authorization).toBe(await signedAgain(request, key));
  });

  test("is authenticated whichever fetch sends it", async () => {
    const mpc = createMpcClient({ endpoint, projectId, credentials });
    let sent = 0;
    await mpc.DELETE(path, {
      params: { query: { task_id: "31207" } },
      fetch(request) {
        sent++;
        return fetch(request);
      },
    });
    expect(sent).toBe(1);
    expect(received).toMatchObject([
      {
        method: "DELETE",
        url: `/v1/${projectId}/encryptions?task_id=31207`,
        headers: { "x-auth-token": "a-token" },
      },
    ]);
  });
});

describe("an answer", () => {
  test("comes as data", async () => {
    answer.body = JSON.stringify({
      task_array: [{ task_id: 31207, status: "NEW WORD" }],
      is_truncated: 0,
      total: 1,
    });
    const { data, error } = await createMpcClient({ endpoint, projectId, credentials }).GET(path);
    expect(error).toBeUndefined();
    expect(data?.task_array[0]).toEqual({ task_id: 31207, status: "NEW WORD" });
  });

  test("comes as error", async () => {
    answer = {
      ...answer,
      status: 400,
      body: '{"error_code":"MPC.10202","error_msg":"Invalid request parameter."}',
    };
    const { data, error, response } = await createMpcClient({ endpoint, projectId, credentials }).GET(path);
    expect(data).toBeUndefined();
    expect(response.status).toBe(400);
    expect(error).toMatchObject({ error_code: "MPC.10202" });
  });

  test("that sends elsewhere is not followed", async () => {
    answer = { ...answer, status: 302, headers: { Location: `${endpoint}/elsewhere` } };
    const { response } = await createMpcClient({ endpoint, projectId, credentials }).GET(path);
    expect(response.status).toBe(302);
    expect(received).toHaveLength(1);
  });
});

test("credentials go nowhere else, whatever a call or middleware says", async () => {
  answer = { ...answer, status: 302, headers: { Location: `${endpoint}/elsewhere` } };
  const mpc = createMpcClient({ endpoint, projectId, credentials });
  const init: object = { redirect: "follow", baseUrl: "http://127.0.0.1:1" };
  const { response } = await mpc.GET(path, init);
  expect([response.status, received.length]).toEqual([302, 1]);

  mpc.use({ onRequest: ({ request }) => new Request(request, { redirect: "follow" }) });
  expect((await mpc.GET(path)).response.status).toBe(302);
  expect(received).toHaveLength(2);

  mpc.use({ onRequest: () => new Request("http://127.0.0.1:1/") });
  await expect(mpc.GET(path)).rejects.toThrow(
    new TypeError(`MpcClient: a request that goes elsewhere than ${endpoint} is not sent`),
  );
});

test.each<[string, typeof answer, unknown]>([
  ["nothing", { status: 502, headers: { "Content-Length": "0" }, body: "" }, undefined],
  ["HTML", { status: 502, headers: { "Content-Type": "text/html" }, body: "<html>" }, "<html>"],
])("an error may be %s", async (_, given, expected) => {
  answer = given;
  const { data, error } = await createMpcClient({ endpoint, projectId, credentials }).GET(path);
  expect([data, error]).toEqual([undefined, expected]);
});

test("a fetch of the caller's own sends the requests, to the endpoint of the region", async () => {
  const urls: string[] = [];
  const mpc = createMpcClient({
    region: "cn-north-1",
    projectId,
    credentials,
    fetch: async (request) => {
      urls.push(request.url);
      return Response.json({ task_array: [], is_truncated: 0, total: 0 });
    },
  });
  expect((await mpc.GET(path)).data?.total).toBe(0);
  expect(urls).toEqual([`https://mts.cn-north-1.myhuaweicloud.com/v1/${projectId}/encryptions`]);
});
