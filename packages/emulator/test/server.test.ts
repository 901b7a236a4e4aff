import { once } from "node:events";
import { request, type RequestOptions } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { createEmulator, type Emulator, emulatorToken } from "../src/index.ts";
import { startServer } from "../src/server.ts";

test("says which port is taken, and frees it when it closes", async () => {
  const first = await startServer(createEmulator(), { port: 0 });
  const port = Number(new URL(first.url).port);
  await expect(startServer(createEmulator(), { port })).rejects.toMatchObject({ code: "EADDRINUSE", port });
  await first.close();
  await using second = await startServer(createEmulator(), { port });
  expect(second.url).toBe(first.url);
});

test("closes although a request is still being sent", async () => {
  const server = await startServer(createEmulator(), { port: 0 });
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  const closed = new Promise<void>((resolve) => {
    // That the other side resets the connection is what is waited for.
    socket.on("error", () => resolve()).on("close", () => resolve());
  });
  socket.write("POST /v1/p/encryptions HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{");
  await once(socket, "connect");
  await server.close();
  await expect(closed).resolves.toBeUndefined();
});

test("listens on this machine alone", async () => {
  await using server = await startServer(createEmulator(), { port: 0 });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("answers what cannot be a request for fetch, and goes on", async () => {
  await using server = await startServer(createEmulator(), { port: 0 });
  const send = (options: RequestOptions, body = ""): Promise<[number, string | undefined, unknown]> =>
    new Promise((resolve, reject) => {
      const sending = request(`${server.url}/v1/p/encryptions`, options, async (response) => {
        let text = "";
        for await (const chunk of response) text += String(chunk);
        const { headers, statusCode } = response;
        resolve([statusCode!, headers["x-request-id"]?.toString(), JSON.parse(text)]);
      });
      sending.on("error", reject).end(body);
    });
  const refusal = [
    400,
    expect.stringMatching(/^[0-9a-f]{32}$/),
    expect.objectContaining({ error_code: "MPC.10202" }),
  ];
  expect(await send({ method: "GET", headers: { "Content-Length": 2 } }, "{}")).toEqual(refusal);
  expect(await send({ method: "GET", headers: { Host: "a b" } })).toEqual(refusal);
  const response = await fetch(`${server.url}/v1/p/encryptions`, {
    headers: { "X-Auth-Token": emulatorToken },
  });
  expect(response.status).toBe(200);
});

test("lets pages of one origin call, and of no other", async () => {
  const cors = "https://docs.example";
  await using server = await startServer(createEmulator(), { port: 0, cors });
  const url = `${server.url}/v1/p/encryptions`;
  const asked = await fetch(url, {
    method: "OPTIONS",
    headers: {
      Origin: cors,
      "Access-Control-Request-Method": "GET",
      "Access-Control-Request-Headers": "x-auth-token",
    },
  });
  expect(asked.status).toBe(204);
  expect(Object.fromEntries(asked.headers)).toMatchObject({
    "access-control-allow-origin": cors,
    "access-control-allow-methods": "GET",
    "access-control-allow-headers": "x-auth-token",
  });
  const answer = await fetch(url, { headers: { Origin: cors, "X-Auth-Token": emulatorToken } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("access-control-allow-origin")).toBe(cors);
  const other = await fetch(url, {
    headers: { Origin: "https://other.example", "X-Auth-Token": emulatorToken },
  });
  expect(other.headers.get("access-control-allow-origin")).toBeNull();
  expect(other.headers.get("vary")).toBe("Origin");
  await using closed = await startServer(createEmulator(), { port: 0 });
  const kept = await fetch(`${closed.url}/v1/p/encryptions`, { headers: { Origin: cors } });
  expect(kept.headers.get("access-control-allow-origin")).toBeNull();
  await expect(startServer(createEmulator(), { port: 0, cors: "docs.example" })).rejects.toThrow(
    "startServer: cors: give an origin, such as https://docs.example",
  );
});

test("says in words that the emulator failed", async () => {
  const failing = { fetch: () => Promise.reject(new Error("the emulator would break the contract")) };
  await using server = await startServer(failing, { port: 0 });
  const response = await fetch(server.url);
  expect(response.status).toBe(500);
  expect(await response.text()).toBe("the emulator would break the contract\n");
});

test("outlives an answer that is none", async () => {
  await using server = await startServer({ fetch: async () => Response.error() }, { port: 0 });
  expect((await fetch(server.url)).status).toBe(500);
});

test("finishes an answer that is on its way when it closes", async () => {
  const text = "a".repeat(20_000_000);
  const server = await startServer({ fetch: async () => new Response(text) }, { port: 0 });
  const response = await fetch(server.url);
  const [body] = await Promise.all([response.text(), server.close()]);
  expect(body.length).toBe(text.length);
});

test("takes a whole URL, as a proxy sends it", async () => {
  await using server = await startServer(createEmulator(), { port: 0 });
  const status = await new Promise((resolve, reject) => {
    const path = `${server.url}/v1/p/encryptions`;
    request(server.url, { path, headers: { "X-Auth-Token": emulatorToken } }, ({ statusCode }) =>
      resolve(statusCode),
    )
      .on("error", reject)
      .end();
  });
  expect(status).toBe(200);
});

test.each<[unknown, unknown, string]>([
  [undefined, { port: 0 }, "startServer: emulator: give what createEmulator made"],
  [createEmulator(), { port: "abc" }, "startServer: port: give a whole number from 0 to 65535"],
  [createEmulator(), { host: "", port: 0 }, "startServer: host: give a name or an address"],
  [createEmulator(), { port: 70_000 }, "startServer: port: give a whole number from 0 to 65535"],
])("does not start with %j, %j", async (emulator, options, message) => {
  await expect(startServer(emulator as Emulator, options as object)).rejects.toThrow(new TypeError(message));
});
