import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { artefacts, hasDryRun } from "../src/artefacts.ts";
import { readPublicPackages } from "../src/packages.ts";
import { missingRepository } from "../src/refusal.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "release-test-"));
const asked: string[] = [];
/** What stands for npm, and nothing may come to it in a dry run. */
const npm = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  response.writeHead(404).end("{}");
});

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** What a person has: no identity of a workflow, and no order to build all again, under the tests of others. */
const { ACTIONS_ID_TOKEN_REQUEST_URL: _, TURBO_FORCE: __, ...outer } = process.env;
const env = { ...outer, TMPDIR: folder, NO_COLOR: "1" };

function release(args: string[], identity?: Record<string, string>): Promise<Ended> {
  const registry = `http://127.0.0.1:${(npm.address() as AddressInfo).port}/`;
  const settings = { npm_config_registry: registry, pnpm_config_registry: registry };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [main, ...args],
      { env: { ...env, ...settings, ...identity } },
      (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out, err });
      },
    );
  });
}

beforeAll(async () => {
  npm.listen(0, "127.0.0.1");
  await once(npm, "listening");
});
afterAll(() => {
  npm.close();
  rmSync(folder, { recursive: true });
});

test(
  "--dry-run does all of it on this machine, and leaves only the artefacts",
  { timeout: 300_000 },
  async () => {
    const { code, err, out } = await release(["--dry-run"]);
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).not.toContain("\u001b");
    expect(out.match(/✓ .*(?=  \d)/g)).toEqual([
      "✓ Building the packages",
      "✓ Packing them",
      "✓ Looking into the tarballs",
      "✓ Listing what they depend on",
      "✓ Publishing them to a registry on this machine",
      "✓ Installing them from there with npm",
      "✓ Running what the READMEs show",
    ]);
    expect(out).toContain("Nothing was published.");
    expect(asked).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    expect(out.split("\n  Note: ")[1]?.trimEnd()).toBe(missingRepository(readPublicPackages()));
    expect(hasDryRun(artefacts)).toBe(true);
    const wanted = readPublicPackages().flatMap(({ name, version }) => {
      const file = `${name.replace("@", "").replace("/", "-")}-${version}`;
      return [`${file}.cdx.json`, `${file}.tgz`];
    });
    expect(readdirSync(join(artefacts, "packages")).toSorted()).toEqual(wanted.toSorted());
  },
);

test("stopped, it leaves nothing", { timeout: 300_000 }, async () => {
  const child = spawn(process.execPath, [main, "--dry-run"], { env });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      // A second signal would end it at once.
      if (text.includes("… Publishing")) child.kill("SIGTERM");
    });
  }
  const [code] = (await once(child, "close")) as [number];
  expect(code).toBe(130);
  expect(printed).toMatch(/✗ Publishing.*\n\nStopped\.\n$/);
  expect(readdirSync(folder)).toEqual([]);
  // Not even those of an earlier one: it was not these that were tried last.
  expect(existsSync(artefacts)).toBe(false);
});

test("without a dry run it publishes nothing, and says so in one line", async () => {
  rmSync(artefacts, { recursive: true, force: true });
  const { code, err, out } = await release([], { ACTIONS_ID_TOKEN_REQUEST_URL: "http://127.0.0.1/" });
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(/^release: apps\/release\/dist has no dry run: .*\n$/);
  expect(asked).toEqual([]);
});

test("without the identity of a workflow it publishes nothing, and says so in one line", async () => {
  const { code, err, out } = await release([]);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(/^release: .* try --dry-run\.\n$/);
  expect(asked).toEqual([]);
});

test("what it does not know it says in one line", async () => {
  const { code, err } = await release(["--wet-run"]);
  expect(code).toBe(2);
  expect(err).toBe("release: Unknown option '--wet-run'. It takes --dry-run and --help.\n");
});

test("every package is tried by its README", () => {
  for (const { folder, name } of readPublicPackages()) {
    expect(readFileSync(join(folder, "README.md"), "utf8")).toMatch(
      new RegExp(`^npm install (?:--save-dev )?${name}$`, "m"),
    );
  }
});
