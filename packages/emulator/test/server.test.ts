import { request } from "node:http";
import { expect, test } from "vitest";
import { createEmulator, emulatorCredentials } from "../src/index.ts";
import { startServer } from "../src/server.ts";

test("says which port is taken, and frees it when it closes", async () => {
  const first = await startServer(createEmulator(), { port: 0 });
  const port = Number(new URL(first.url).port);
  await expect(startServer(createEmulator(), { port })).rejects.toMatchObject({ code: "EADDRINUSE", port });
  await first.close();
  await using second = await startServer(createEmulator(), { port });
  expect(second.url).toBe(first.url);
});

test("listens on this machine alone", async () => {
  await using server = await startServer(createEmulator(), { port: 0 });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("answers what cannot be a request for fetch, and goes on", async () => {
  await using server = await startServer(createEmulator(), { port: 0 });
  const status = await new Promise((resolve, reject) => {
    request(server.url, { method: "TRACE" }, (response) => resolve(response.statusCode))
      .on("error", reject)
      .end();
  });
  expect(status).toBe(400);
  const response = await fetch(`${server.url}/v1/p/encryptions`, {
    headers: { "X-Auth-Token": emulatorCredentials.token },
  });
  expect(response.status).toBe(200);
});
