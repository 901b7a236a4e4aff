import { expect, test } from "vitest";
import { ratioOf, spreadOf } from "../src/measure/spread.ts";

/** Numbers from 0 to 1 that look random, the same each time. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test.each([6, 9, 15, 30])(
  "the interval of a ratio holds the true one as often as it says, of %i rounds",
  (rounds) => {
    const random = createRandom(rounds);
    // As times are on a busy machine: never much less than they should be, and now and then much more.
    const noise = (): number => 1 + 0.05 * random() + (random() < 0.2 ? 5 * random() : 0);
    const times = 4000;
    let within = 0;
    for (let time = 0; time < times; time++) {
      const ours = Array.from({ length: rounds }, noise);
      const others = Array.from({ length: rounds }, () => 3 * noise());
      const { high, low } = ratioOf(others, ours);
      if (low <= 3 && 3 <= high) within++;
    }
    // Never less, apart from chance; more where ranks are few.
    expect(within / times).toBeGreaterThan(0.94);
    expect(within / times).toBeLessThan(0.98);
  },
);

test("what is counted once is set in ratio to each round", () => {
  expect(ratioOf([6], [1, 2, 3])).toEqual({ median: 3, low: 2, high: 6 });
});

test("the order of figures does not matter", () => {
  const random = createRandom(1);
  const figures = Array.from({ length: 11 }, () => random() * 100);
  const given = [...figures];
  const spread = spreadOf(figures);
  expect(figures).toEqual(given);
  expect(spreadOf(figures.toReversed())).toEqual(spread);
  expect(spreadOf(figures.toSorted((a, b) => a - b))).toEqual(spread);
  expect(figures.filter((figure) => figure < spread.median)).toHaveLength(5);
  expect(figures.filter((figure) => figure >= spread.low && figure <= spread.high).length).toBeGreaterThan(4);
});
