import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPublicPackages } from "../src/packages.ts";
import { refusal } from "../src/refusal.ts";

const empty = mkdtempSync(join(tmpdir(), "refusal-"));
const tried = mkdtempSync(join(tmpdir(), "refusal-"));
const workflow = { ACTIONS_ID_TOKEN_REQUEST_URL: "http://127.0.0.1/" };
const repository = { url: "git+https://127.0.0.1/contract.git" };
const named = readPublicPackages().map((each) => ({ ...each, repository }));
const [first, ...others] = named as [(typeof named)[0]];
const { repository: _, ...unnamed } = first;

beforeAll(() => writeFileSync(join(tried, "publish-plan.json"), "{}"));
afterAll(() => {
  for (const folder of [empty, tried]) rmSync(folder, { recursive: true });
});

test.each([
  ["outside of a workflow", named, tried, {}, /--dry-run/],
  ["without a dry run", named, empty, workflow, /^apps\/release\/dist has no dry run/],
  [
    "without the repository of a package",
    [unnamed, ...others],
    tried,
    workflow,
    /^npm refuses.*"repository"/,
  ],
])("%s nothing is published, and one line says why", (_, packages, folder, env, wanted) => {
  const line = refusal(packages, folder, env);
  expect(line).toMatch(wanted);
  expect(line).not.toContain("\n");
});

test("it names the packages without a repository, and no other", () => {
  const line = refusal([unnamed, ...others], tried, workflow)!;
  expect(named.map(({ name }) => name).filter((name) => line.includes(name))).toEqual([first.name]);
});

test("with all of that, nothing is refused", () => {
  expect(refusal(named, tried, workflow)).toBeUndefined();
});
