import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";

const run = promisify(execFile);
const emit = new URL("../generate/emit.ts", import.meta.url).href;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "emit-"));
});

afterEach(() => rm(folder, { recursive: true }));

/** Runs a generator in a process of its own, as turbo does. */
async function generate(body: string, ...flags: string[]): Promise<{ code: number; stderr: string }> {
  const main = join(folder, "main.mts");
  const target = pathToFileURL(join(folder, "generated/")).href;
  await writeFile(
    main,
    `import { emit } from "${emit}"; await emit(new URL("${target}"), async () => { ${body} });`,
  );
  return run(process.execPath, [main, ...flags]).then(
    ({ stderr }) => ({ code: 0, stderr }),
    (error: { code: number; stderr: string }) => error,
  );
}

const read = (): Promise<string> => readFile(join(folder, "generated/a.ts"), "utf8");

test("writes a file with a header that names its source and its command", async () => {
  expect(await generate(`return { "a.ts": "export {};" }`)).toMatchObject({ code: 0, stderr: "" });
  expect(await read()).toBe(
    "// Generated from openapi/openapi.yaml by `pnpm generate`. Not to be edited.\n\nexport {};",
  );
});

test("with --check a stale file fails with the command that mends it, and stays as it is", async () => {
  await generate(`return { "a.ts": "old" }`);
  const before = await read();
  const { code, stderr } = await generate(`return { "a.ts": "new" }`, "--check");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^\S*generated\/a\.ts is stale\. Mend it with: pnpm generate\n$/);
  expect(await read()).toBe(before);
  expect(await generate(`return { "a.ts": "old" }`, "--check")).toMatchObject({ code: 0, stderr: "" });
});

test("a contract that cannot be generated from ends it with one line", async () => {
  const { code, stderr } = await generate(`throw new Error('#/x: the keyword "y" is not supported')`);
  expect(code).toBe(2);
  expect(stderr).toBe('The contract cannot be generated from: #/x: the keyword "y" is not supported\n');
});
