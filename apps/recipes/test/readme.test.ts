import { execFile } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { leaveTheCloud, standInForTheCloud } from "./cloud.ts";
import { type Block, readBlocks, root } from "./readme.ts";

const readme = "packages/client/README.md";
const blocks = [...(await readBlocks(readme)), ...(await readBlocks("README.md"))];
/** Where blocks become files. It is inside of this package, so that they find what they import. */
const folder = fileURLToPath(new URL("../dist/readme/", import.meta.url));
const fileOf = ({ extension, name }: Block): string => `${name.replaceAll(/\W+/g, "-")}.${extension}`;

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await copyFile(new URL("readme-names.d.ts", import.meta.url), `${folder}names.d.ts`);
  await writeFile(`${folder}tsconfig.json`, '{ "extends": "../../tsconfig.json", "include": ["."] }');
  for (const block of blocks) await writeFile(folder + fileOf(block), `${block.code}\nexport {};\n`);
});

afterEach(leaveTheCloud);

test("every block compiles", async () => {
  const tsc = promisify(execFile)(`${root}node_modules/.bin/tsc`, ["-p", folder, "--pretty", "false"]);
  // What it prints is what is wrong.
  expect((await tsc.catch(({ stdout }: { stdout: string }) => ({ stdout }))).stdout).toBe("");
  expect(blocks.length).toBeGreaterThan(15);
});

test("the first example prints the task", async () => {
  standInForTheCloud([{ task_id: 31207, status: "SUCCEEDED" }]);
  const log = vi.spyOn(console, "log").mockReturnValue();
  await import(folder + fileOf(blocks[0]!));
  expect(log.mock.calls).toEqual([["31207", "SUCCEEDED"]]);
});

test("each recipe stands there as it is tested", async () => {
  const shown = blocks.filter(({ source }) => source !== undefined);
  for (const { code, name, source } of shown) {
    expect(code, `${name} is to be ${source}`).toBe(await readFile(root + source!, "utf8"));
  }
  const recipes = (await readdir(`${root}apps/recipes/src`)).map((file) => `apps/recipes/src/${file}`);
  expect(new Set(shown.map(({ source }) => source))).toEqual(new Set(recipes));
});

test("the table of methods names all of them, and that of errors every class", async () => {
  const text = await readFile(root + readme, "utf8");
  const client = await import("@mpc-contract/client");
  const { encryptions } = client.createMpcClient({
    endpoint: "http://localhost",
    projectId: "p",
    credentials: { token: "t" },
  });
  for (const method of Object.keys(encryptions)) expect(text).toMatch(new RegExp(`^\\| \`${method}\\(`, "m"));
  const errors = Object.keys(client).filter((name) => name.endsWith("Error") && name !== "MpcError");
  for (const name of errors) expect(text).toMatch(new RegExp(`^\\| \`${name}\` `, "m"));
});
