import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { environmentFor, pack, type Packed, publish, settingsFor } from "../src/pack.ts";
import { readPublicPackages } from "../src/packages.ts";
import { publishForGood } from "../src/publish-for-good.ts";
import { type Registry, startRegistry } from "../src/registry.ts";

const folder = mkdtempSync(join(tmpdir(), "publish-for-good-"));
const home = join(folder, "home");
const tried = join(folder, "tried");
const names = readPublicPackages().map(({ name }) => name);
let npm: Registry;
let packed: Packed[];
let count = 0;

/** What stands for npm has these packages. */
async function published(): Promise<string[]> {
  const isThere = async (name: string): Promise<boolean> => (await fetch(`${npm.url}${name}`)).ok;
  const found = await Promise.all(names.map(isThere));
  return names.filter((_, index) => found[index]);
}

/** What a dry run left, in a folder where a test may spoil it. */
function copyOfTried(): string {
  const copy = join(folder, `copy-${++count}`);
  cpSync(tried, copy, { recursive: true });
  return copy;
}

const publishTried = (from: string): Promise<Packed[]> =>
  publishForGood(join(folder, `made-${++count}`), from);

beforeAll(async () => {
  npm = await startRegistry(join(folder, "registry"));
  mkdirSync(home);
  writeFileSync(join(home, ".npmrc"), settingsFor(npm.url));
  packed = await pack(tried, environmentFor(npm.url, home));
});
beforeEach(() => {
  for (const [name, value] of Object.entries(environmentFor(npm.url, home))) vi.stubEnv(name, value);
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(async () => {
  await npm.close();
  rmSync(folder, { recursive: true });
});

test("a tarball with other bytes than were tried is refused, and none is published", async () => {
  const copy = copyOfTried();
  const [{ name, tarball }] = packed as [Packed];
  const file = join(copy, "packages", basename(tarball.path));
  const bytes = readFileSync(file);
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(file, bytes);
  await expect(publishTried(copy)).rejects.toThrow(
    `Not tried with these bytes: ${name}. Nothing was published.`,
  );
  expect(await published()).toEqual([]);
});

test("a tarball that was not tried is refused, and none is published", async () => {
  const copy = copyOfTried();
  const { name, tarball } = packed.at(-1)!;
  rmSync(join(copy, "packages", basename(tarball.path)));
  await expect(publishTried(copy)).rejects.toThrow(
    `Not tried with these bytes: ${name}. Nothing was published.`,
  );
  expect(await published()).toEqual([]);
});

test("without provenance nothing is published", async () => {
  // pnpm can make none outside of a workflow.
  vi.stubEnv("GITHUB_ACTIONS", undefined);
  await expect(publishTried(tried)).rejects.toThrow(/provenance/i);
  expect(await published()).toEqual([]);
});

test("what the registry has already is not published again", async () => {
  await publish(tried, environmentFor(npm.url, home), "--no-git-tag");
  expect(await published()).toEqual(names);
  expect(await publishTried(tried)).toEqual([]);
});
