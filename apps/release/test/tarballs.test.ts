import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../src/command.ts";
import { inspect } from "../src/inspect.ts";
import { readPublicPackages } from "../src/packages.ts";
import { isPermissive, licencesIn, writeBill } from "../src/sbom.ts";

const folder = mkdtempSync(join(tmpdir(), "tarballs-"));
const packages = readPublicPackages();
const tarballOf = (name: string, where = "once"): string =>
  join(folder, where, `${name.replace("@", "").replace("/", "-")}.tgz`);

beforeAll(async () => {
  for (const { name } of packages) {
    for (const where of ["once", "again"])
      await run("pnpm", ["--filter", name, "pack", "--out", tarballOf(name, where)]);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(packages)("$name", (each) => {
  test("has only what a user needs, and all of it", async () => {
    expect(await inspect(tarballOf(each.name))).toEqual([]);
  });

  test("has the same bytes when it is packed again", () => {
    expect(readFileSync(tarballOf(each.name, "again")).equals(readFileSync(tarballOf(each.name)))).toBe(true);
  });

  test("has a bill of materials, the same each time, with permissive licences alone", async () => {
    const bill = join(folder, `${basename(tarballOf(each.name))}.cdx.json`);
    const licences = licencesIn(await writeBill(each, bill));
    const written = readFileSync(bill);
    await writeBill(each, bill);
    expect(readFileSync(bill).equals(written)).toBe(true);
    expect([...licences].filter(([, licence]) => !isPermissive(licence))).toEqual([]);
  });
});

// What is needed at run time, besides what one package of the workspace takes from another.
test.each([
  ["@mpc-contract/openapi", []],
  ["@mpc-contract/client", ["openapi-fetch"]],
  ["@mpc-contract/validator", []],
  ["@mpc-contract/emulator", ["hls-parser", "kysely", "pg", "pg-boss", "valibot"]],
  ["@mpc-contract/testing", ["@eslint-community/regexpp", "@streamparser/json", "ajv", "fast-check", "yaml"]],
])("%s depends on no more than %j", async (name, wanted) => {
  const { folder } = packages.find((each) => each.name === name)!;
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as Record<string, Record<string, string> | undefined>;
  const names = Object.keys({ ...dependencies, ...optionalDependencies });
  const ours = new Set(packages.map((each) => each.name));
  expect(names.filter((each) => !ours.has(each)).toSorted()).toEqual(wanted);
});

/** A tarball of the client in which a text of some files is another, as long as it was. */
function spoilt(from: string, to: string): string {
  const bytes = gunzipSync(readFileSync(tarballOf("@mpc-contract/client"))).toString("latin1");
  expect(to).toHaveLength(from.length);
  expect(bytes).toContain(from);
  const file = join(folder, "spoilt.tgz");
  writeFileSync(file, gzipSync(Buffer.from(bytes.replaceAll(from, to), "latin1")));
  return file;
}

test.each([
  ["a range that npm does not know", ': ">=20.19"', ':"catalog:"'],
  ["a missing licence", "package/LICENSE", "package/dist/LI"],
  ["a missing README", "package/README.md", "package/dist/READ"],
  ["a file that is of no use", "package/src/task.ts", "package/tes/task.ts"],
  ["a map that leads nowhere", "../src/client.ts", "../src/klient.ts"],
  ["an entry that is not there", '"./dist/index.js"', '"./dist/indez.js"'],
  ["types that are not there", '"./dist/sign.d.ts"', '"./dist/sigm.d.ts"'],
])("%s is noticed", async (_, from, to) => {
  expect(await inspect(spoilt(from, to))).not.toEqual([]);
});

test.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0-only)", true],
  ["MIT AND Apache-2.0", true],
  ["MIT AND GPL-3.0-only", false],
  ["GPL-3.0-only", false],
  ["SEE LICENSE IN LICENSE.txt", false],
  ["", false],
])("the licence %j lets everyone use a package: %j", (licence, expected) => {
  expect(isPermissive(licence)).toBe(expected);
});
