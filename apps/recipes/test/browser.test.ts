// The page speaks HTTP with a server that runs the proxy, and the proxy signs what it sends to the cloud.
import type { MpcClient } from "@mpc-contract/client";
import { startServer } from "@mpc-contract/emulator/server";
import { afterEach, expect, test, vi } from "vitest";
import { createBrowserClient } from "../src/browser-client.ts";
import { proxy } from "../src/browser-proxy.ts";
import { leaveTheCloud, projectId, standInForTheCloud, throttling } from "./cloud.ts";

afterEach(leaveTheCloud);

const tasks = [
  { task_id: 31207, status: "SUCCEEDED" },
  { task_id: 31208, status: "FAILED" },
];

/** Serves the proxy, and gives the page's client. */
async function open(session = "session-of-ada") {
  const server = await startServer(
    {
      fetch: async (input, init) =>
        proxy(new Request(input, init), async (token) => token === "session-of-ada"),
    },
    { port: 0 },
  );
  vi.stubGlobal("location", new URL(server.url));
  const mpc: MpcClient = createBrowserClient(session);
  return { mpc, url: server.url, [Symbol.asyncDispose]: () => server.close() };
}

test("the page reads tasks with its session, and the cloud sees a signature of the server's key", async () => {
  const seen = standInForTheCloud(tasks);
  await using page = await open();
  expect(await page.mpc.encryptions.get("31207")).toMatchObject({ status: "SUCCEEDED" });
  expect(await page.mpc.encryptions.list({ status: "FAILED" })).toMatchObject({ total: 1 });
  expect(await page.mpc.encryptions.getMany(["31208", "31207"])).toHaveLength(2);
  expect(seen).toHaveLength(3);
  for (const { headers } of seen) {
    expect(headers.get("Authorization")).toContain("SDK-HMAC-SHA256");
    expect(JSON.stringify([...headers])).not.toContain("session-of-ada");
  }
});

test("the page is told which request of the vendor it was", async () => {
  standInForTheCloud(tasks);
  await using page = await open();
  const { requestId } = await page.mpc.encryptions.get("31207").withResponse();
  expect(requestId).toMatch(/^[0-9a-f]{32}$/);
});

test("who has not signed in is refused, and nothing is sent on", async () => {
  const seen = standInForTheCloud(tasks);
  await using page = await open("session-of-nobody");
  await expect(page.mpc.encryptions.get("31207")).rejects.toMatchObject({
    name: "AuthenticationError",
    code: "PROXY.401",
  });
  expect(seen).toEqual([]);
});

test("the page cancels nothing, and creates nothing", async () => {
  const seen = standInForTheCloud(tasks);
  await using page = await open();
  await expect(page.mpc.encryptions.cancel("31207")).rejects.toMatchObject({ code: "PROXY.405" });
  expect(seen).toEqual([]);
});

test.each([
  "/v1/another/encryptions",
  `/v1/${projectId}/transcodings`,
  `/v1/${projectId}/encryptions/../../../v1/another/encryptions`,
  `//mpc.example/v1/${projectId}/encryptions`,
])("%s is not sent on", async (path) => {
  const seen = standInForTheCloud(tasks);
  await using page = await open();
  const response = await fetch(
    new Request(page.url + path, { headers: { "X-Auth-Token": "session-of-ada" } }),
  );
  expect(response.status).toBe(404);
  expect(seen).toEqual([]);
});

test("what the gateway asks of the server it asks of the page", async () => {
  standInForTheCloud(tasks, throttling);
  await using page = await open();
  await expect(page.mpc.encryptions.get("31207")).rejects.toMatchObject({
    name: "RateLimitError",
    retryAfter: 3_600_000,
  });
});

test("a key that is refused does not look like a session that has ended, and is sent once", async () => {
  const seen = standInForTheCloud(tasks);
  vi.stubEnv("HUAWEICLOUD_SDK_SK", "wrong");
  await using page = await open();
  await expect(page.mpc.encryptions.get("31207")).rejects.toMatchObject({
    name: "ApiError",
    code: "PROXY.403",
  });
  expect(seen).toHaveLength(1);
});

test("when the cloud cannot be reached, the page asks again", async () => {
  let failures = 1;
  const seen = standInForTheCloud(tasks, async (request, next) => {
    if (failures-- > 0) throw new TypeError("fetch failed");
    return next(request);
  });
  await using page = await open();
  expect(await page.mpc.encryptions.get("31207")).toMatchObject({ status: "SUCCEEDED" });
  expect(seen).toHaveLength(2);
});
