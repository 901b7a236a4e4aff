import { afterEach, expect, test, vi } from "vitest";
import { leaveTheCloud, standInForTheCloud, throttling } from "./cloud.ts";

afterEach(leaveTheCloud);

const tasks = [
  { task_id: 1, status: "SUCCEEDED", create_time: 20261101080000 },
  { task_id: 2, status: "FAILED", create_time: 20261101080001 },
];

async function get(query: string): Promise<Response> {
  const { GET } = await import("../src/next-route.ts");
  return GET(new Request(`http://app/api/encryptions${query}`));
}

test("answers with the tasks of a status", async () => {
  const seen = standInForTheCloud(tasks);
  const response = await get("?status=FAILED");
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ task_array: [{ task_id: "2" }], total: 1 });
  expect(seen).toHaveLength(1);
});

test("answers with all tasks, or with one", async () => {
  standInForTheCloud(tasks);
  expect(await (await get("")).json()).toMatchObject({ total: 2 });
  expect(await (await get("?id=1")).json()).toMatchObject({ task_id: "1", status: "SUCCEEDED" });
});

test("a task that is not there is a 404", async () => {
  standInForTheCloud(tasks);
  const response = await get("?id=3");
  expect([response.status, await response.json()]).toEqual([404, { message: "no task has the ID 3" }]);
});

test.each(["?status=", "?id=", "?id=a%20b"])("%s is a 400", async (query) => {
  const seen = standInForTheCloud(tasks);
  expect((await get(query)).status).toBe(400);
  expect(seen).toEqual([]);
});

test("too many requests are a 429, which says for how long", async () => {
  standInForTheCloud(tasks, throttling);
  const response = await get("?status=FAILED");
  expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "3600"]);
});

test("a key that is refused is a 502, and the reader learns nothing of it", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  const seen = standInForTheCloud(tasks);
  vi.stubEnv("HUAWEICLOUD_SDK_SK", "wrong");
  const response = await get("?status=FAILED");
  expect(response.status).toBe(502);
  expect(await response.text()).not.toMatch(/wrong|APIGW|MPC/);
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: "AuthenticationError" }));
  expect(seen).toHaveLength(1);
});

test("without a key it fails at the first request, not when it is loaded", async () => {
  standInForTheCloud(tasks);
  vi.stubEnv("HUAWEICLOUD_SDK_AK", undefined);
  await expect(get("?status=FAILED")).rejects.toThrow("HUAWEICLOUD_SDK_AK");
});
