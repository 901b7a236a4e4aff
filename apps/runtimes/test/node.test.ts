import { execFile } from "node:child_process";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engine, installEngines, nodeLines, requireEngine } from "./engines.ts";
import { installPackages, lowestNode } from "./installed-packages.ts";

const run = promisify(execFile);
const projectId = "77b6a44cba5143ab91d13ab9a8ff44fd";
const examples = fileURLToPath(new URL("../../../openapi/examples/valid", import.meta.url));

let folder: string;

beforeAll(async () => {
  [folder] = await Promise.all([installPackages(), installEngines()]);
  await cp(examples, join(folder, "examples"), { recursive: true });
}, 300_000);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe.each(nodeLines)("what is published, on %s", (version) => {
  const node = engine(`${version}/bin/node`);

  test("is of that line", async () => {
    const { stdout } = await run(node, ["--version"]);
    expect(stdout).toMatch(new RegExp(`^v${version.replace("node", "")}\\.`));
  });

  test("works with one another", async () => {
    const { stdout } = await run(node, ["packages.js", projectId], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual({ status: "SUCCEEDED", findings: [], noticed: true });
  });

  test("the emulator's command starts", async () => {
    const { stdout } = await run(node, ["node_modules/.bin/mpc-emulator", "--help"], { cwd: folder });
    expect(stdout).toContain("mpc-emulator [options]");
  });

  test("mpc-contract checks exchanges where it says it runs, and says so elsewhere", async () => {
    const { version: exact } = requireEngine(`${version}/package.json`) as { version: string };
    const lowest = await lowestNode(folder, "@mpc-contract/testing");
    const document = "node_modules/@mpc-contract/openapi/dist/openapi.json";
    const check = run(
      node,
      ["node_modules/.bin/mpc-contract", "check", "--api", document, "examples/cancel-a-waiting-task.yaml"],
      { cwd: folder },
    );
    if (exact.localeCompare(lowest, "en", { numeric: true }) < 0) {
      const stderr = `mpc-contract: needs Node.js ${lowest} or later, and this is ${exact}\n`;
      await expect(check).rejects.toMatchObject({ code: 2, stderr });
    } else {
      expect((await check).stdout).toContain("1 exchange");
    }
  });
});
