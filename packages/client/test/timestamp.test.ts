import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatTimestamp, parseTimestamp } from "../src/index.ts";

test("is exact both ways", () => {
  const [min, max] = [new Date("0000-01-01T00:00:00Z"), new Date("9999-12-31T23:59:59.999Z")];
  fc.assert(
    fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
      const timestamp = formatTimestamp(date);
      expect(timestamp).toMatch(/^\d{14}$/);
      expect(parseTimestamp(timestamp).getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000);
      expect(formatTimestamp(parseTimestamp(timestamp))).toBe(timestamp);
    }),
    { seed: 31207, numRuns: 2000 },
  );
});

test.each([
  ["20201119103952", "2020-11-19T10:39:52.000Z"],
  ["20240229000000", "2024-02-29T00:00:00.000Z"],
  ["20000229235959", "2000-02-29T23:59:59.000Z"],
  ["00000101000000", "0000-01-01T00:00:00.000Z"],
])("%s is %s", (timestamp, iso) => {
  expect(parseTimestamp(timestamp).toISOString()).toBe(iso);
});

test.each<unknown>([
  "20230229000000",
  "19000229000000",
  "20201131000000",
  "20201301000000",
  "20200001000000",
  "20200100000000",
  "20200101240000",
  "20200101006000",
  "20200101000060",
  "2020010100000",
  "202001010000000",
  "2020-01-01T00:00:00Z",
  " 20200101000000",
  "20200101000000\n",
  "２０２００１０１００００００",
  "",
  20_201_119_103_952,
  undefined,
  null,
])("%j is no time", (value) => {
  expect(() => parseTimestamp(value as string)).toThrow(
    /^parseTimestamp: timestamp: give 14 digits `yyyymmddhhmmss` of a time that exists; got /,
  );
});

test.each<unknown>([
  new Date(Number.NaN),
  new Date("+010000-01-01T00:00:00Z"),
  new Date(-1e15),
  "20200101000000",
  0,
  null,
])("%s is no date", (value) => {
  expect(() => formatTimestamp(value as Date)).toThrow(
    /^formatTimestamp: date: give a Date of a year from 0 to 9999; got /,
  );
});

test("a date of another realm is one, too", () => {
  expect(formatTimestamp(runInNewContext("new Date(0)") as Date)).toBe("19700101000000");
});
