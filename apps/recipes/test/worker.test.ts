import { emulatorCredentials } from "@mpc-contract/emulator";
import { afterEach, expect, test, vi } from "vitest";
import worker from "../src/worker.ts";
import { leaveTheCloud, projectId, standInForTheCloud, throttling } from "./cloud.ts";

afterEach(leaveTheCloud);

const tasks = [{ task_id: 31207, status: "PROCESSING" }];
const env = {
  MPC_PROJECT_ID: projectId,
  HUAWEICLOUD_SDK_AK: emulatorCredentials.accessKey,
  HUAWEICLOUD_SDK_SK: emulatorCredentials.secretKey,
};

async function get(path: string): Promise<[number, string]> {
  // A worker has no variables of a process.
  vi.stubGlobal("process", undefined);
  const response = await worker.fetch(new Request(`http://worker${path}`), env);
  return [response.status, await response.text()];
}

test("answers with the status of a task, with the key of its bindings", async () => {
  standInForTheCloud(tasks);
  expect(await get("/31207")).toEqual([200, "PROCESSING\n"]);
});

test("what is no task is a 404", async () => {
  const seen = standInForTheCloud(tasks);
  expect(await get("/404")).toEqual([404, "no task has the ID 404\n"]);
  expect(seen).toHaveLength(1);
  expect(await get("/favicon.ico")).toEqual([404, "ask for a task, such as /31207\n"]);
  expect(seen).toHaveLength(1);
});

test("any other error is the platform's to report", async () => {
  standInForTheCloud(tasks, throttling);
  await expect(get("/31207")).rejects.toMatchObject({ name: "RateLimitError" });
});
