import { afterAll, beforeAll, expect, test } from "vitest";
import { emulatorToken } from "../src/index.ts";
import { startCommand, type RunningCommand } from "./command.ts";
import { attack, createOutcome, openSockets, residentMemory } from "./hostile-attack.ts";
import { hostileConversations } from "./hostile-requests.ts";

/** So many that the heap has grown to its working size by then, which takes 10,000 to 30,000 of them. */
const half = 30_000;

/**
 * How much more memory the second half may leave in use, in MiB. The journal is full and the heap has grown by then:
 * it was never more than 20, which V8 had not collected yet. To keep the requests or the responses of it for good,
 * as a listener or a timer that is never taken off would, was 280 and more.
 */
const mostGrowth = 60;

let command: RunningCommand;
beforeAll(async () => {
  command = await startCommand("--limits", "off");
});
afterAll(() => command.end("SIGTERM"));

// Where there is no /proc, nobody tells of memory and sockets.
test.skipIf(process.platform !== "linux")("outlives 60,000 hostile requests", async () => {
  const pid = command.child.pid!;
  const port = Number(new URL(command.url).port);
  const socketsBefore = openSockets(pid);
  const conversations = hostileConversations(1);
  const outcome = createOutcome();
  await attack(port, conversations, half, outcome);
  const memory = residentMemory(pid);
  await attack(port, conversations, half, outcome);
  expect(residentMemory(pid) - memory).toBeLessThan(mostGrowth);

  expect(outcome.failures).toEqual([]);
  expect(outcome.kept).toEqual([]);
  // Nothing is shown by requests that nobody answered.
  expect([...outcome.statuses.keys()]).toEqual(expect.arrayContaining([200, 202, 400, 401, 404, 417, 431]));
  expect(command.stderr()).toBe("");
  expect(command.child.exitCode).toBeNull();

  await expect.poll(() => openSockets(pid), { timeout: 5000 }).toBeLessThanOrEqual(socketsBefore);
  const path = "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/encryptions?task_id=31207";
  const response = await fetch(command.url + path, { headers: { "X-Auth-Token": emulatorToken } });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ total: 1, task_array: [{ task_id: 31207 }] });
});
