import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createMpcClient, createRateLimiter } from "../src/index.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("no window has more calls than the limit, none waits longer than it must, and all keep their order", async () => {
  const arrivals = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), arrivals, async (calls, gaps) => {
      const wait = createRateLimiter({ calls, seconds: 1 });
      const begun: { call: number; at: number }[] = [];
      const start = performance.now();
      const arrived: number[] = [];
      for (const [call, gap] of gaps.entries()) {
        await vi.advanceTimersByTimeAsync(gap);
        arrived.push(performance.now() - start);
        void wait().then(() => begun.push({ call, at: performance.now() - start }));
      }
      await vi.runAllTimersAsync();
      expect(begun.map(({ call }) => call)).toEqual(gaps.map((_, call) => call));
      for (const [call, { at }] of begun.entries()) {
        const earliest = begun[call - calls] ? begun[call - calls]!.at + 1000 : 0;
        expect(at).toBe(Math.max(arrived[call]!, earliest));
      }
    }),
    { seed: 31207, numRuns: 500 },
  );
});

test.each([
  [{ calls: 0 }, "createRateLimiter: calls: give a whole number, 1 or more; got 0"],
  [{ calls: 1.5 }, "createRateLimiter: calls: give a whole number, 1 or more; got 1.5"],
  [{ seconds: 0 }, "createRateLimiter: seconds: give a number, more than 0; got 0"],
  [{ seconds: NaN }, "createRateLimiter: seconds: give a number, more than 0; got NaN"],
])("%j limits nothing", (limit, message) => {
  expect(() => createRateLimiter(limit)).toThrow(new TypeError(message));
});

test("a call that is aborted while it waits is not made", async () => {
  const wait = createRateLimiter({ calls: 1 });
  await wait();
  const controller = new AbortController();
  const waiting = wait(controller.signal).catch((error: unknown) => error);
  controller.abort("enough");
  expect(await waiting).toMatchObject({ name: "AbortError", cause: "enough" });
  await expect(wait(AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
});

test("holds back all calls of the clients that share it, retries included, and without their timeout", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const sent: number[] = [];
  const start = performance.now();
  const rateLimiter = createRateLimiter();
  const common = { endpoint: "http://s", credentials: { token: "t" }, rateLimiter, timeout: 1000 };
  const fetch = async () => {
    sent.push(Math.round(performance.now() - start));
    const ok = sent.length !== 1;
    return Response.json(
      ok ? { task_array: [], is_truncated: 0, total: 0 } : { error_code: "MPC.10050", error_msg: "" },
      { status: ok ? 200 : 500 },
    );
  };
  const clients = ["p", "q"].map((projectId) => createMpcClient({ ...common, projectId, fetch }));
  const calls = Promise.all(Array.from({ length: 220 }, async (_, i) => clients[i % 2]!.encryptions.list()));
  await vi.runAllTimersAsync();
  await calls;
  expect(sent).toHaveLength(221);
  expect(sent[99]).toBe(0);
  expect(sent[100]).toBe(60_000);
  expect(sent[220]).toBe(120_000);
});
