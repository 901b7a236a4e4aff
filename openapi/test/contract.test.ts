import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { readContract } from "../generate/index.ts";
import type { Json } from "../generate/index.ts";

const openapi = fileURLToPath(new URL("../", import.meta.url));
const contract = await readContract();
const components = contract["components"] as Record<string, Record<string, { pattern?: string }>>;

describe("a time as text", () => {
  const pattern = components["schemas"]?.["TimestampText"]?.pattern ?? "";
  const isTime = (text: string) => new RegExp(pattern).test(text);
  const digits = (value: number, length = 2) => String(value).padStart(length, "0");

  test("has one pattern in requests and responses", () => {
    expect(pattern).not.toBe("");
    expect(components["schemas"]?.["Timestamp"]?.pattern).toBe(pattern);
  });

  // Leap years, those that are none, and the centuries of both kinds.
  test.each([1900, 1999, 2000, 2023, 2024, 2100])("is one of the days of %i", (year) => {
    const wrong: string[] = [];
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        const text = `${year}${digits(month)}${digits(day)}103952`;
        if (isTime(text) !== exists) wrong.push(text);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ["hours", 24, (value: string) => `20201119${value}3952`],
    ["minutes", 60, (value: string) => `2020111910${value}52`],
    ["seconds", 60, (value: string) => `202011191039${value}`],
  ])("has %s below %i", (_, end, text) => {
    const all = Array.from({ length: 100 }, (_item, value) => value);
    expect(all.filter((value) => isTime(text(digits(value))))).toEqual(all.slice(0, end));
  });

  test.each([
    "2020111910395",
    "202011191039520",
    "20200230103952",
    "20211129 10395",
    "2020-11-19T10:39:52Z",
    "20201119103952\n",
    " 20201119103952",
    "٢٠٢٠١١١٩١٠٣٩٥٢",
    "",
  ])("is not %j", (text) => {
    expect(isTime(text)).toBe(false);
  });
});

test("a component has a file of its own, and no file is left over", async () => {
  const folder = join(openapi, "components");
  const files: Record<string, string[]> = {};
  for (const kind of await readdir(folder)) {
    const names = await readdir(join(folder, kind));
    files[kind] = names.map((name) => name.replace(/\.yaml$/, "")).toSorted();
  }
  const names = Object.entries(components).map(([kind, byName]) => [kind, Object.keys(byName).toSorted()]);
  expect(files).toEqual(Object.fromEntries(names));
});

test("the contract has the version of its package", async () => {
  const text = await readFile(join(openapi, "package.json"), "utf8");
  const { version } = JSON.parse(text) as { version: string };
  expect((contract["info"] as Record<string, Json>)["version"]).toBe(version);
});

test("the bundle of each release is kept", async () => {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(openapi, file), "utf8"));
  const releases = (await read("changelog.json")) as { version: string }[];
  for (const { version } of [(await read("package.json")) as { version: string }, ...releases]) {
    expect(await read(`released/${version}.json`)).toMatchObject({ info: { version } });
  }
});

test.each([
  { api: "source", file: "openapi.json" },
  { api: "zh-CN", file: "openapi.zh-CN.json" },
])(
  "bundling $api twice gives the same bytes",
  async ({ api, file }) => {
    const folder = await mkdtemp(join(tmpdir(), "contract-bundle-"));
    try {
      const bundle = async (name: string) => {
        const output = join(folder, name);
        const redocly = join(openapi, "node_modules/.bin/redocly");
        const options = ["bundle", api, "--config", "../redocly.yaml", "--output", output];
        await promisify(execFile)(redocly, options, { cwd: openapi });
        return readFile(output, "utf8");
      };
      const first = await bundle("first.json");
      expect(await bundle("second.json")).toBe(first);
      expect(first).toBe(await readFile(join(openapi, "dist", file), "utf8"));
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  60_000,
);
