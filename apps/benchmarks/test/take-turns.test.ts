import { expect, test } from "vitest";
import { takeTurns } from "../src/measure/take-turns.ts";

test("the order changes from round to round, and the first round is not counted", async () => {
  const log: string[] = [];
  const entries = await takeTurns(
    ["a", "b", "c"].map((name) => ({ name, kind: "peer", measure: () => log.push(name) })),
    3,
  );
  expect(log.join("")).toBe("acbbaccbabca");
  expect(entries).toEqual([
    { name: "a", kind: "peer", figures: [5, 9, 12] },
    { name: "b", kind: "peer", figures: [4, 8, 10] },
    { name: "c", kind: "peer", figures: [6, 7, 11] },
  ]);
});

test.each([2, 3, 4, 5, 9])("of %i each comes after each of the others as often", async (count) => {
  const log: number[] = [];
  await takeTurns(
    Array.from({ length: count }, (_, name) => ({
      name: String(name),
      kind: "peer",
      measure: () => log.push(name),
    })),
    2 * count,
    0,
  );
  const pairs = log.flatMap((name, turn) => (turn % count === 0 ? [] : [`${log[turn - 1]!} ${name}`]));
  const times = [...Map.groupBy(pairs, (pair) => pair).values()].map(({ length }) => length);
  expect(times).toEqual(Array.from({ length: count * (count - 1) }, () => 2));
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
