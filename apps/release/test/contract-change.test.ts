// What CONTRIBUTING.md says of a change of the contract: in a copy of the repository one schema gets a property, one
// command is run, and all else follows from it.
import { execFile } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "contract-change-"));
const file = (path: string) => join(copy, path);
const read = (path: string) => readFileSync(file(path), "utf8");
const schema = "openapi/components/schemas/EncryptionTaskRequest.yaml";
const property = `
  label:
    description: A word to find the task by.
    type: string
    maxLength: 16
`;
/** What is made or installed. */
const left = new Set([".astro", ".git", ".turbo", "node_modules", "dist", "test-results.json"]);

let printed: string;

beforeAll(async () => {
  cpSync(root, copy, { recursive: true, filter: (source) => !left.has(basename(source)) });
  // As a release leaves it: the contract is the last one that was released, and no changeset is pending.
  const { version } = JSON.parse(read("openapi/package.json")) as { version: string };
  cpSync(join(root, "openapi/dist/openapi.json"), file(`openapi/released/${version}.json`));
  for (const name of globSync(".changeset/*.md", { cwd: copy })) rmSync(file(name));
  await pnpm("install", "--frozen-lockfile", "--prefer-offline");

  writeFileSync(file(schema), read(schema).replace(/(?<=^properties:)\n/m, property));
  const start = performance.now();
  ({ printed } = await pnpm("contract"));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`pnpm contract took ${seconds} s after a change, with nothing cached.`);
}, 600_000);

afterAll(() => rm(copy, { recursive: true, maxRetries: 3 }), 120_000);

/** Runs pnpm in the copy, and gives all that it prints, whether or not it finds something wrong. */
function pnpm(...args: string[]): Promise<{ printed: string }> {
  const command = fileURLToPath(new URL("../node_modules/.bin/pnpm", import.meta.url));
  const { HOME, PATH } = process.env;
  return new Promise((resolve) => {
    execFile(command, args, { cwd: copy, env: { HOME, PATH, CI: "true" } }, (_, stdout, stderr) => {
      resolve({ printed: stdout + stderr });
    });
  });
}

/** A request for a task with a label. */
const request = (label: string) => ({
  method: "POST",
  url: "http://cloud/v1/p/encryptions",
  headers: { "Content-Type": "application/json", "X-Auth-Token": "emulator-token" },
  body: {
    input: { bucket: "films", location: "cn-north-4", object: "in/index.m3u8" },
    output: { bucket: "films", location: "cn-north-4", object: "out" },
    encryption: { hls_encrypt: { key: "AAECAwQFBgcICQoLDA0ODw==", url: "https://keys.example.com/1" } },
    label,
  },
});

test("the types have it", () => {
  expect(read("packages/client/src/generated/contract.ts")).toMatch(
    /A word to find the task by\.[^}]*label\?: string;/,
  );
});

test("the validator holds it", async () => {
  const { describeFinding, validateRequest } = (await import(file("packages/validator/dist/index.js"))) as {
    validateRequest: (request: object) => object[];
    describeFinding: (finding: object) => string;
  };
  expect(validateRequest(request("films"))).toEqual([]);
  expect(validateRequest(request("much too long for one")).map(describeFinding)).toEqual([
    expect.stringContaining("/body/label"),
  ]);
});

test("the emulator takes it, and refuses it when it is wrong", async () => {
  const { createEmulator } = (await import(file("packages/emulator/dist/index.js"))) as {
    createEmulator: () => { fetch: typeof globalThis.fetch };
  };
  const emulator = createEmulator();
  const statusOf = async (label: string) => {
    const { body, url, ...rest } = request(label);
    return (await emulator.fetch(url, { ...rest, body: JSON.stringify(body) })).status;
  };
  expect(await statusOf("films")).toBeLessThan(300);
  expect(await statusOf("much too long for one")).toBe(400);
});

test("the docs describe it", () => {
  const page = read("apps/docs/dist/reference/createEncryptionTask/index.html");
  expect(page).toContain('id="body.label"');
  expect(page).toContain("A word to find the task by.");
});

test("it is said which example and which exchanges are missing", () => {
  const line = (text: string) => read(schema).split("\n").indexOf(`    ${text}`) + 1;
  expect(printed).toContain('The property "label" has no example.');
  expect(printed).toMatch(/never kept +property label/);
  expect(printed).toMatch(new RegExp(`never broken +keyword maxLength +${schema}:${line("maxLength: 16")}`));
});

test("it is said which step a changeset has to give", () => {
  expect(printed).toContain("✗ minor is needed, and the pending changesets give nothing");
});

test("nothing but generated code has changed", () => {
  const files = globSync("{apps,openapi,packages}/**/*.{ts,tsx,js,json,yaml,md,astro,css}", {
    cwd: copy,
    exclude: (name) => left.has(name),
  });
  const changed = files.filter((name) => read(name) !== readFileSync(join(root, name), "utf8"));
  expect(changed.filter((name) => !/\/src\/generated\/|\/released\//.test(name))).toEqual([schema]);
});
