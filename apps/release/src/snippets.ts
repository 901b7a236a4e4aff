import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { outside, runOutside } from "./command.ts";
import type { Block } from "./readme.ts";
import { stopping } from "./stopping.ts";

const names = fileURLToPath(new URL("../reader/names.js", import.meta.url));

/** Runs what READMEs show in a folder where their packages are installed. */
export async function runBlocks(blocks: Block[], folder: string): Promise<void> {
  await copyFile(names, join(folder, "names.js"));
  await cp(
    join(folder, "node_modules/@mpc-contract/openapi/dist/openapi.json"),
    join(folder, "openapi.yaml"),
  );
  const code = blocks.filter(({ language }) => language === "ts" || language === "js");
  const tests = code.filter(({ code }) => /\bexpect\(|\bvitest"/.test(code));
  for (const block of code.filter((block) => !tests.includes(block))) await runProgram(block, folder);
  await runTests(tests, folder);
  const services = blocks.filter(
    ({ code, language }) => language === "sh" && /^npx [^-]\S+$/.test(code.trim()),
  );
  for (const block of services) await askService(block, folder);
}

/** Runs a program, and looks for what it prints according to the comments after its `console.log`. */
async function runProgram({ at, code, language }: Block, folder: string): Promise<void> {
  const file = `${at.replaceAll(/\W+/g, "-")}.${language}`;
  await writeFile(join(folder, file), code);
  const printed = await runNode(["--import", "./names.js", file], folder).catch((error: unknown) => {
    throw new Error(`${(error as Error).message}\nThe block ${at} does not run.`, { cause: error });
  });
  for (const [, comment = ""] of code.matchAll(/console\.log\(.*\);\s*\/\/ (.*)$/gm)) {
    if (!withoutPorts(printed).includes(withoutPorts(comment)))
      throw new Error(`The block ${at} says that it prints\n  ${comment}\nand it prints\n  ${printed}`);
  }
}

const withoutPorts = (text: string): string => text.replaceAll(/(?<=\/\/127\.0\.0\.1):\d+/g, "");

/** Runs the blocks that are tests, or are there for tests, in one go of Vitest. */
async function runTests(blocks: Block[], folder: string): Promise<void> {
  const setupFiles = ["./names.js"];
  for (const [index, { code }] of blocks.entries()) {
    const name = `readme-${index}`;
    if (/^await useContract/m.test(code)) {
      setupFiles.push(`./${name}.ts`);
      await writeFile(join(folder, `${name}.ts`), code);
    } else if (/^export /m.test(code)) {
      // A later block imports it by its name.
      const imported = blocks.map(({ code }) => /from "\.\/(.*)"/.exec(code)?.[1]).find(Boolean);
      await writeFile(join(folder, imported ?? `${name}.ts`), code);
    } else {
      await writeFile(join(folder, `${name}.test.ts`), /^test\(/m.test(code) ? code : asTest(code));
    }
  }
  await writeFile(
    join(folder, "vitest.config.js"),
    `export default { test: { setupFiles: ${JSON.stringify(setupFiles)} } };`,
  );
  await runNode(["node_modules/vitest/vitest.mjs", "run"], folder);
}

/** A block that is the body of a test, with its imports before. */
function asTest(code: string): string {
  const imports = /^(?:import .*\n)*/.exec(code)![0];
  return `import { expect, test } from "vitest";\n${imports}test("as shown", async () => {\n${code.slice(imports.length)}});\n`;
}

const runNode = (args: string[], folder: string): Promise<string> =>
  runOutside(process.execPath, args, folder);

/** Starts a service by its command, and pastes the line that it prints. */
async function askService({ at, code }: Block, folder: string): Promise<void> {
  const [, name = ""] = code.trim().split(" ");
  const child = spawn("npx", [name, "--port", "0"], {
    cwd: folder,
    env: outside(folder),
    signal: stopping.signal,
    stdio: ["ignore", "pipe", "ignore"],
    // npx does not pass on a signal; its whole group gets it.
    detached: true,
  });
  try {
    for await (const line of createInterface(child.stdout)) {
      if (!line.includes("curl ")) continue;
      const answer = await runOutside("sh", ["-c", `${line} --silent`], folder);
      if (!answer.includes("31207")) throw new Error(`${at}: ${line.trim()} answers ${answer}`);
      return;
    }
    throw new Error(`The block ${at} prints no line with curl.`);
  } finally {
    if (child.exitCode === null) {
      process.kill(-child.pid!, "SIGINT");
      await once(child, "exit");
    }
  }
}
