import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "./run-cli.ts";

const released = fileURLToPath(new URL("../../../openapi/dist/openapi.json", import.meta.url));
/** The contract, as far as it is changed here. */
interface Document {
  info: { version: string };
  components: {
    parameters: { Size: { description: string; schema: { default: number; maximum: number } } };
    schemas: { ErrorCode: { "x-extensible-enum": string[]; "x-enumDescriptions": Record<string, string> } };
  };
}

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "diff-"));
  await cp(released, join(folder, "base.json"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs `diff` on the contract with a change, and a changeset. */
async function diff(
  change: (document: Document) => void,
  changeset: string,
  version = "1.2.3",
  options: string[] = [],
): Promise<{ code: number; out: string; err: string }> {
  const base = JSON.parse(await readFile(released, "utf8")) as Document;
  base.info.version = version;
  await writeFile(join(folder, "base.json"), JSON.stringify(base));
  change(base);
  await writeFile(join(folder, "api.json"), JSON.stringify(base));
  await writeFile(join(folder, "change.md"), changeset);
  return runCli(
    "diff",
    "--api",
    join(folder, "api.json"),
    "--changesets",
    folder,
    "--package",
    "api",
    ...options,
    join(folder, "base.json"),
  );
}

const changeset = (step: string, text = "Text."): string => `---\n"api": ${step}\n---\n\n${text}\n`;
const narrow = (document: Document): void => void (document.components.parameters.Size.schema.maximum = 50);
const widen = (document: Document): void => void (document.components.parameters.Size.schema.maximum = 200);
const reword = (document: Document): void =>
  void (document.components.parameters.Size.description = "How many.");

describe("a pending changeset gives at least the step that the contract needs", () => {
  test.each([
    ["no change", () => {}, "", 0, "the contract is as it was released"],
    ["a word, and no changeset", reword, "", 1, "patch is needed, and the pending changesets give nothing"],
    ["a word", reword, changeset("patch"), 0, "patch is needed, and the pending changesets give patch"],
    ["more is allowed, and a patch", widen, changeset("patch"), 1, "minor is needed"],
    ["more is allowed", widen, changeset("minor"), 0, "minor is needed"],
    ["less is allowed, and a minor step", narrow, changeset("minor"), 1, "major is needed"],
    ["less is allowed", narrow, changeset("major"), 0, "major is needed"],
    ["a changeset of another package", narrow, '---\n"other": major\n---\n', 1, "give nothing"],
  ])("%s", async (_, change, text, code, message) => {
    const result = await diff(change, text);
    expect(result.out).toContain(message);
    expect(result.code).toBe(code);
  });

  test("one that was pending before does not count, unless it was changed since", async () => {
    const earlier = join(folder, "earlier");
    await mkdir(earlier, { recursive: true });
    const options = ["--earlier", earlier];
    await writeFile(join(earlier, "change.md"), changeset("minor"));
    const same = await diff(widen, changeset("minor"), "1.2.3", options);
    expect(same.out).toContain("minor is needed, and the pending changesets give nothing");
    expect(same.code).toBe(1);
    expect((await diff(widen, changeset("minor", "More."), "1.2.3", options)).code).toBe(0);
    expect((await diff(widen, changeset("minor"), "1.2.3", ["--earlier", "/no/such"])).err).toContain(
      "/no/such: there is no such folder",
    );
    await rm(join(earlier, "change.md"));
    expect((await diff(widen, changeset("minor"), "1.2.3", options)).code).toBe(0);
  });

  test("before version 1.0.0, what breaks needs a minor step", async () => {
    expect((await diff(narrow, changeset("minor"), "0.3.0")).code).toBe(0);
    expect((await diff(narrow, changeset("patch"), "0.3.0")).code).toBe(1);
  });
});

test("a correction is a class of its own, and says so", async () => {
  const place = "#/components/parameters/Size/schema";
  const { code, out } = await diff(
    narrow,
    changeset("minor", `Correction: \`${place}\`: the service never took more.`),
  );
  expect(out).toMatch(/^correction\s+Upper bound changed/);
  expect(code).toBe(0);
});

describe("what no rule of Redocly is about is said in words", () => {
  const codes = (document: Document) => document.components.schemas.ErrorCode;
  test.each<[string, (document: Document) => void, string, string]>([
    [
      "a default",
      (document) => (document.components.parameters.Size.schema.default = 5),
      "minor",
      "`default` changed from `10` to `5`.\n  #/components/parameters/Size/schema/default",
    ],
    [
      "a text too long for a sentence",
      (document) => (document.components.parameters.Size.description = "How many. ".repeat(10)),
      "patch",
      "`description` changed.\n  #/components/parameters/Size/description",
    ],
    [
      "a word of an open list",
      (document) => codes(document)["x-extensible-enum"].unshift("MPC.1"),
      "minor",
      "The word `MPC.1` was added.\n  #/components/schemas/ErrorCode/x-extensible-enum/MPC.1",
    ],
    [
      "one that is gone",
      (document) => codes(document)["x-extensible-enum"].shift(),
      "minor",
      "The word `MPC.10202` was removed.\n  #/components/schemas/ErrorCode/x-extensible-enum/MPC.10202",
    ],
    [
      "the meaning of a word",
      (document) => (codes(document)["x-enumDescriptions"]["MPC.10202"] = "Wrong."),
      "patch",
      "The description of `MPC.10202` changed.\n  #/components/schemas/ErrorCode/x-enumDescriptions/MPC.10202",
    ],
  ])("%s", async (_, change, step, message) => {
    const { out } = await diff(change, changeset("minor"));
    expect(out.slice(0, out.indexOf("\n\n"))).toBe(`${step}  ${message}`);
  });
});

test("what the changesets say is told to programs, too", async () => {
  const { out } = await diff(reword, changeset("patch", "Says it *better*."), "1.2.3", ["--json"]);
  expect(JSON.parse(out)).toMatchObject({ enough: true, needed: "patch", words: ["Says it *better*."] });
});

test.each([
  ["no package", ["diff", "base.json"], "give --package NAME"],
  [
    "a base that is not there",
    ["diff", "--package", "api", "--api", released, "/no/such.json"],
    "/no/such.json: cannot be read: there is no such file",
  ],
  [
    "a folder that is not there",
    ["diff", "--package", "api", "--api", released, "--changesets", "/no/such", released],
    "/no/such: there is no such folder",
  ],
])("refuses %s", async (_, args, message) => {
  const { code, err } = await runCli(...args);
  expect(err).toContain(message);
  expect(code).toBe(2);
});
