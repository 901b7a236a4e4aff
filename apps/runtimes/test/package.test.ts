import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installClient, type Installed } from "./installed.ts";
import { limits, sizeOf } from "./size.ts";

let installed: Installed;

beforeAll(async () => {
  installed = await installClient();
});

afterAll(async () => {
  await rm(installed.folder, { recursive: true });
});

test("on Node it takes node:crypto", () => {
  const { resolve } = createRequire(join(installed.folder, "node_modules/@mpc-contract/client/package.json"));
  expect(resolve("#digest")).toMatch(/digest-node\.js$/);
});

describe.each(["typescript", "typescript-5"])("with %s", (compiler) => {
  const tsc = createRequire(import.meta.url)
    .resolve(`${compiler}/package.json`)
    .replace("package.json", "bin/tsc");

  test.each([
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ])(
    "a program that uses it type-checks, libraries too: module %s, resolution %s",
    async (module, resolution) => {
      const program = join(installed.folder, "consumer.ts");
      await writeFile(
        program,
        `import { ApiError, createMpcClient, type Task } from "@mpc-contract/client";
import { signRequest } from "@mpc-contract/client/sign";
const mpc = createMpcClient({ region: "cn-north-4", projectId: "p", credentials: { token: "t" } });
export const task: Task = await mpc.encryptions.get("31207").catch((error: unknown) => {
  throw error instanceof ApiError ? new Error(error.code) : error;
});
export const { data } = await mpc.GET("/v1/{project_id}/encryptions", { params: { query: { size: 5 } } });
for await (const { task_id } of mpc.encryptions.list({ status: "FAILED" })) task_id satisfies string;
export const signed: Request = await signRequest(new Request("http://s"), { accessKey: "a", secretKey: "s" });
// @ts-expect-error times do not go with IDs
mpc.encryptions.list({ task_id: ["1"], start_time: new Date() });
`,
      );
      const options = ["--noEmit", "--strict", "--skipLibCheck", "false", "--target", "es2022"];
      const libraries = ["--lib", "es2022,dom,dom.iterable,dom.asynciterable"];
      const resolving = ["--module", module, "--moduleResolution", resolution];
      const checked = promisify(execFile)(
        process.execPath,
        [tsc, ...options, ...libraries, ...resolving, program],
        {
          cwd: installed.folder,
        },
      );
      await expect(checked.catch(({ stdout }: { stdout: string }) => ({ stdout }))).resolves.toMatchObject({
        stdout: "",
      });
    },
  );
});

test.each(Object.entries(limits))("%s is no larger than it may be", async (contents, limit) => {
  const size = await sizeOf(contents, installed.folder);
  expect(size).toBeLessThanOrEqual(limit);
  // Far below it, the limit holds nothing.
  expect(size).toBeGreaterThan(limit * 0.95);
});
