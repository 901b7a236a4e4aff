// Holds the contract against its last release, and against the commit at which the branch began: what changed needs
// changesets that give the step. The second is stricter, for changesets of others, which are pending already, do not count.
// CONTRACT_BASE names another commit than that.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";

const root = join(import.meta.dirname, "..");
const name = "@mpc-contract/openapi";
const { version } = JSON.parse(readFileSync(join(root, "openapi/package.json"), "utf8")) as {
  version: string;
};
const { info } = parse(readFileSync(join(root, "openapi/openapi.yaml"), "utf8")) as {
  info: { version: string };
};

/** Says what changed since a contract, and whether the changesets give the step that it needs. */
function isEnoughSince(base: string, ...more: string[]): boolean {
  const args = ["--api", "openapi/openapi.yaml", "--package", name, ...more, base];
  const { status } = spawnSync(process.execPath, ["packages/testing/dist/cli/main.js", "diff", ...args], {
    cwd: root,
    stdio: "inherit",
  });
  return status === 0;
}

function git(...args: string[]): string | undefined {
  try {
    return execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return undefined;
  }
}

/** The commit at which this branch began; none where there is no repository, or nothing of its past. */
function findBase(): string | undefined {
  const named = process.env["CONTRACT_BASE"];
  if (named) {
    const commit = git("rev-parse", "--verify", "--quiet", `${named}^{commit}`);
    if (commit === undefined) {
      console.error(`CONTRACT_BASE: there is no commit ${named} here`);
      process.exit(1);
    }
    return commit;
  }
  return git("merge-base", "HEAD", "origin/main") ?? git("merge-base", "HEAD", "main");
}

function versionAt(commit: string): string | undefined {
  const manifest = git("show", `${commit}:openapi/package.json`);
  return manifest && (JSON.parse(manifest) as { version: string }).version;
}

function isEnoughSinceCommit(commit: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), "contract-base-"));
  try {
    const archive = ["-C", root, "archive", "--output", join(folder, "base.tar"), commit];
    execFileSync("git", [...archive, "openapi", ".changeset"]);
    execFileSync("tar", ["-xf", "base.tar"], { cwd: folder });
    return isEnoughSince(join(folder, "openapi/openapi.yaml"), "--earlier", join(folder, ".changeset"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (info.version !== version) {
  console.error(
    `openapi/openapi.yaml: info.version is ${info.version}, and ${name} is ${version}: only version-packages changes them, both`,
  );
  process.exitCode = 1;
}
console.log(`Since the release, ${version}:`);
if (!isEnoughSince(`openapi/released/${version}.json`)) process.exitCode = 1;
const base = findBase();
if (base === undefined) console.log("\nThere is no earlier commit here to compare with.");
else if (versionAt(base) !== version)
  console.log("\nThis branch numbers a release, whose changesets are gone.");
else {
  console.log(`\nSince ${base.slice(0, 8)}, where this branch began, by its own changesets:`);
  if (!isEnoughSinceCommit(base)) process.exitCode = 1;
}
