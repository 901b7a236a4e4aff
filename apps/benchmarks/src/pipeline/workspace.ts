import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNodeProgram } from "../measure/node-program.ts";
import { temporaryFolder } from "../measure/temporary-folder.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const copied = [
  ".gitignore",
  "openapi",
  "package.json",
  "packages",
  "pnpm-lock.yaml",
  "redocly.yaml",
  "tsconfig.json",
  "turbo.json",
];
const tasks = ["check:contract", "bundle", "generate", "build"];
const packages = ["@mpc-contract/openapi", "@mpc-contract/client", "@mpc-contract/validator"];

/** Makes all of the contract, anew or out of the cache, and gives how many seconds that takes. */
export type Make = (from: "anew" | "cache") => Promise<number>;

/** A copy of the contract and of what is made of it, where all can be made anew while others use the original. */
export function copyWorkspace(): Make {
  const folder = temporaryFolder();
  for (const name of copied) {
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !["dist", ".turbo"].includes(basename(source)),
    });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  // All is installed; to have pnpm look costs time, and to have it install would be worse.
  const settings = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  writeFileSync(
    join(folder, "pnpm-workspace.yaml"),
    settings.replace(/^verifyDepsBeforeRun: .*$/m, "verifyDepsBeforeRun: false"),
  );
  // Turbo tells by git what has changed.
  const git = (...args: string[]): unknown =>
    execFileSync("git", ["-C", folder, ...args], { stdio: "ignore" });
  git("init");
  git("add", "--all");
  git("-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "--message", "All of it");
  const turbo = join(root, "node_modules/turbo/bin/turbo");
  const args = [
    "run",
    ...tasks,
    ...packages.flatMap((name) => ["--filter", name]),
    "--output-logs=errors-only",
  ];
  return async (from) => {
    const options = ["--cache-dir", join(folder, ".turbo/cache"), ...(from === "anew" ? ["--force"] : [])];
    const { code, seconds, stderr, stdout } = await runNodeProgram(turbo, [...args, ...options], {
      cwd: folder,
    });
    const [, cached, all] = /(\d+) cached, (\d+) total/.exec(stdout) ?? [];
    if (code !== 0 || cached === undefined) throw new Error(`turbo: ${(stderr || stdout).trim()}`);
    if (cached !== (from === "anew" ? "0" : all))
      throw new Error(`turbo took ${cached} of ${all} tasks out of its cache`);
    return seconds;
  };
}
