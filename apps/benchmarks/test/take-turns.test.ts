import { expect, test } from "vitest";
import { takeTurns } from "../src/measure/take-turns.ts";

test("each round begins with another one, and the first is not counted", async () => {
  const log: string[] = [];
  const entries = await takeTurns(
    ["a", "b", "c"].map((name) => ({ name, kind: "peer", measure: () => log.push(name) })),
    3,
  );
  expect(log.join("")).toBe("abcbcacababc");
  expect(entries).toEqual([
    { name: "a", kind: "peer", figures: [6, 8, 10] },
    { name: "b", kind: "peer", figures: [4, 9, 11] },
    { name: "c", kind: "peer", figures: [5, 7, 12] },
  ]);
});

test("one that fails is missing, says why, and is not asked again; the others go on", async () => {
  let calls = 0;
  const fail = (): never => {
    calls++;
    throw new Error("It has no such thing\n    at somewhere");
  };
  const entries = await takeTurns(
    [
      { name: "a", kind: "ours", measure: () => 1 },
      { name: "b", kind: "peer", version: "1.2.3", measure: () => (calls === 2 ? fail() : ++calls) },
      { name: "c", kind: "limit", measure: async () => Promise.resolve(3) },
    ],
    4,
  );
  expect(entries).toEqual([
    { name: "a", kind: "ours", figures: [1, 1, 1, 1] },
    { name: "b", kind: "peer", version: "1.2.3", missing: "It has no such thing" },
    { name: "c", kind: "limit", figures: [3, 3, 3, 3] },
  ]);
  expect(calls).toBe(3);
});
