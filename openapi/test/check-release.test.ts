// The check in a repository of its own: a branch that changes the contract needs its own changeset.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "check-release-"));
const left = new Set(["node_modules", "test", "test-results.json"]);

const git = (...args: string[]): void => {
  const who = ["-c", "user.name=test", "-c", "user.email=test@localhost"];
  execFileSync("git", [...who, ...args], { cwd: folder, stdio: "ignore" });
};

beforeAll(() => {
  for (const name of ["openapi", ".changeset", "redocly.yaml", "packages/testing/dist"])
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !left.has(basename(path)),
    });
  for (const name of ["openapi", "packages/testing"])
    symlinkSync(join(root, name, "node_modules"), join(folder, name, "node_modules"));
  cpSync(join(root, "packages/testing/package.json"), join(folder, "packages/testing/package.json"));
  // The contract is as it was released, and a changeset of somebody else is pending.
  for (const name of globSync(".changeset/*.md", { cwd: folder })) rmSync(join(folder, name));
  writeFileSync(join(folder, ".changeset/theirs.md"), changesetOf("minor"));
  const { version } = JSON.parse(readFileSync(join(folder, "openapi/package.json"), "utf8")) as {
    version: string;
  };
  cpSync(join(root, "openapi/dist/openapi.json"), join(folder, `openapi/released/${version}.json`));
  git("init", "--initial-branch", "main");
  git("add", ".");
  git("commit", "--message", "The contract");
  git("switch", "--create", "branch");
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  git("reset", "--hard", "main");
  git("clean", "--force");
});

function replace(file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
}

const reword = (): void =>
  replace(
    "openapi/components/schemas/EncryptionTask.yaml",
    "description: |\n      When",
    "description: |\n      The time when",
  );

const changesetOf = (step: string): string => `---\n"@mpc-contract/openapi": ${step}\n---\n\nOther words.\n`;
const changeset = (step: string): void =>
  writeFileSync(join(folder, ".changeset/mine.md"), changesetOf(step));

function check(env: NodeJS.ProcessEnv = {}): { status: number | null; printed: string } {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["openapi/check-release.ts"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CONTRACT_BASE: "", ...env },
  });
  return { status, printed: stdout + stderr };
}

test("what has not changed needs nothing", () => {
  const { printed, status } = check();
  expect(printed).toMatch(/where this branch began[^]*✓/);
  expect(status).toBe(0);
});

test("a changeset of others does not stand for that of a branch", () => {
  reword();
  const { printed, status } = check();
  expect(printed).toContain("patch is needed, and the pending changesets give nothing");
  expect(status).toBe(1);
  changeset("patch");
  expect(check().status).toBe(0);
});

test("it holds for what is committed, too, and against the commit that is named", () => {
  reword();
  git("commit", "--all", "--message", "Other words");
  expect(check().status).toBe(1);
  expect(check({ CONTRACT_BASE: "HEAD" }).status).toBe(0);
  expect(check({ CONTRACT_BASE: "HEAD^1" }).status).toBe(1);
});

test("a commit that is named and is not there is told", () => {
  const { printed, status } = check({ CONTRACT_BASE: "nowhere" });
  expect(printed).toContain("CONTRACT_BASE: there is no commit nowhere here");
  expect(status).toBe(1);
});

test("the number of the contract is that of its package", () => {
  replace("openapi/openapi.yaml", "\n  version: ", "\n  version: 7");
  const { printed, status } = check();
  expect(printed).toMatch(/info\.version is 7.* only version-packages changes them/);
  expect(status).toBe(1);
});

test("a branch that numbers a release has used up its changesets", () => {
  replace("openapi/openapi.yaml", "\n  version: ", "\n  version: 7");
  replace("openapi/package.json", '"version": "', '"version": "7');
  const { version } = JSON.parse(readFileSync(join(folder, "openapi/package.json"), "utf8")) as {
    version: string;
  };
  const bundle = readFileSync(join(root, "openapi/dist/openapi.json"), "utf8");
  writeFileSync(
    join(folder, `openapi/released/${version}.json`),
    bundle.replace(`"version": "${version.slice(1)}"`, `"version": "${version}"`),
  );
  const { printed, status } = check();
  expect(printed).toContain("This branch numbers a release");
  expect(status).toBe(0);
});
