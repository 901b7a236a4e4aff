import { getEventListeners } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createMpcClient } from "../src/index.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const page = { task_array: [], is_truncated: 0, total: 0 };

test.each<[string, () => Response]>([
  ["succeeded", () => Response.json(page)],
  [
    "failed",
    () => {
      throw new RangeError("no network");
    },
  ],
])("a call that has %s leaves neither a timer nor a listener", async (_, answer) => {
  const { signal } = new AbortController();
  let timers = 0;
  let listeners = 0;
  const { encryptions } = createMpcClient({
    endpoint: "http://s",
    projectId: "p",
    credentials: { token: "t" },
    maxRetries: 0,
    fetch: async () => {
      timers = vi.getTimerCount();
      listeners = getEventListeners(signal, "abort").length;
      return answer();
    },
  });
  await encryptions.list({}, { signal }).catch(() => undefined);
  expect([timers, listeners]).toEqual([1, 1]);
  expect([vi.getTimerCount(), getEventListeners(signal, "abort").length]).toEqual([0, 0]);
});
