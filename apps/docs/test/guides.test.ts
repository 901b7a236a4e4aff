import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { createReader, type Reader } from "./guide-reader.ts";
import { type Fence, fileOf, guides } from "./guides.ts";

const run = promisify(execFile);
// Beside the site, so that the blocks find the packages as a reader's program does.
const folder = fileURLToPath(new URL("../.astro/guides/", import.meta.url));
const readers = new Map<string, Reader>();

beforeAll(async () => {
  for (const { name } of guides) readers.set(name, await createReader(folder + name));
  // The names that a block declares are its own.
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: { moduleDetection: "force", noPropertyAccessFromIndexSignature: false },
    include: ["../../test/guide-scene.ts", "*/*.ts"],
  };
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify(config));
});

afterAll(async () => {
  for (const reader of readers.values()) await reader.leave();
});

/** A text without what differs from one run, or one version of the contract, to the next. */
function lasting(text: string): string {
  return text
    .replace(/[0-9a-f]{32}/g, "ID")
    .replace(/seed \d+/g, "seed N")
    .replace(/(openapi\.json):\d+/g, "$1:LINE")
    .replace(/[\d.]+ % of the contract was seen; \d+ parts/g, "N % of the contract was seen; N parts")
    .replace(/\b\d+(\.\d+)?m?s\b/g, "TIME")
    .replace(/[ \t]+$/gm, "")
    .trim();
}

/** Holds what was printed against what is shown, where a line `…` stands for any lines. */
function expectShown(printed: string, { code, language }: Fence): void {
  if (language === "json") {
    expect(JSON.parse(printed)).toEqual(JSON.parse(code));
    return;
  }
  const parts = lasting(code)
    .split(/^…$/m)
    .map((part) => RegExp.escape(part.trim()));
  expect(lasting(printed)).toMatch(new RegExp(`^${parts.join("[^]*")}$`));
}

/** What the comments behind `console.log` say that is printed. */
function promised(code: string): string[] {
  return [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text = ""]) => text);
}

test.concurrent.each(guides)("what $name says is so", async ({ name, fences }) => {
  const reader = readers.get(name)!;
  let printed = "";
  for (const fence of fences.filter(({ marks }) => !marks.includes("unrun"))) {
    const { code, language, marks, title } = fence;
    const isFile = title !== undefined || language === "ts";
    try {
      if (isFile) reader.write(fileOf(fence), code);
      if (marks.includes("output")) {
        if (marks.includes("stopped")) await reader.stop();
        const ofServer = marks.includes("started") || marks.includes("stopped");
        expectShown(ofServer ? reader.printed() : printed, fence);
      } else if (title?.endsWith(".yml") === true) {
        await followWorkflow(reader, code);
      } else if (marks.includes("starts") || marks.includes("restarts")) {
        if (marks.includes("restarts")) await reader.stop();
        reader.start(code);
        await vi.waitFor(() => expect(reader.printed()).toMatch(/http:/), { timeout: 30_000 });
      } else if (language === "sh" || (language === "ts" && title === undefined)) {
        const ended = await (language === "sh" ? reader.run(code) : reader.runFile(fileOf(fence)));
        ({ printed } = ended);
        if (ended.failed !== marks.includes("fails")) throw new Error(`It printed:\n${printed}`);
        const promises = promised(code);
        if (promises.length > 0) expect(printed.trim().split("\n")).toEqual(promises);
      }
    } catch (error) {
      throw new Error(`${name}.mdx:${fence.line}: ${(error as Error).message}`, { cause: error });
    }
  }
});

interface Workflow {
  jobs: Record<string, { steps: { run?: string; uses?: string }[] }>;
}

/** Does what a workflow of GitHub does, but for what it takes from GitHub and from the registry. */
async function followWorkflow(reader: Reader, code: string): Promise<void> {
  const { jobs } = parse(code) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  for (const { run } of steps) {
    if (run === undefined || run === "npm ci") continue;
    const { failed, printed } = await reader.run(run);
    if (failed) throw new Error(`${run} printed:\n${printed}`);
  }
}

test("all TypeScript of the guides has no type error", async () => {
  const failed = await run("tsc", ["--project", folder]).then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );
  expect(failed).toBe("");
});

test("no paragraph is broken by a component at the beginning of a line", () => {
  const broken = guides.filter(({ text }) => /^ *<(?:Contract|Word) /m.test(text));
  expect(broken.map(({ name }) => name)).toEqual([]);
});

test("nothing is shown that is not run, but for what only a person can do", () => {
  const unrun = guides.flatMap(({ name, fences }) =>
    fences
      .filter(({ marks }) => marks.includes("unrun"))
      .map(({ code }) => `${name}: ${code.split("\n")[0]}`),
  );
  expect(unrun).toEqual([
    "contract-testing: npm install --save-dev @mpc-contract/testing @mpc-contract/openapi",
    // Jest is not here; the matcher for it has tests in its package.
    'contract-testing: import { useContract } from "@mpc-contract/testing/jest";',
    // Takes too long; `pnpm check:mutation` runs it.
    "contract-testing: npx mpc-contract mutate recorded.ndjson",
    "emulator: npm install --save-dev @mpc-contract/emulator",
    "first-task: npm install @mpc-contract/client",
    "first-task: export HUAWEICLOUD_SDK_AK=…",
    // The vendor's package for MPC is not on npm.
    "migrating: const credentials = new BasicCredentials()",
  ]);
  const idle = guides.flatMap(({ name, fences }) =>
    fences.filter((fence) => !isUsed(fence, fences)).map(({ line }) => `${name}.mdx:${line}`),
  );
  expect(idle).toEqual([]);
});

/** Whether something is done with a block: it is run or compared, or a later command takes the file that it is. */
function isUsed({ language, line, marks, title }: Fence, fences: Fence[]): boolean {
  if (marks.includes("unrun") || marks.includes("output") || title?.endsWith(".yml")) return true;
  if (title === undefined) return language === "sh" || language === "ts";
  const later = fences.filter((fence) => fence.line > line && fence.language === "sh");
  // What reads a file without being told its name.
  const readers = title.endsWith(".ts") ? ["vitest"] : title === "redocly.yaml" ? ["mpc-contract"] : [];
  return later.some(({ code }) => [title, ...readers].some((name) => code.includes(name)));
}
