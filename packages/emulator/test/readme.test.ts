// The README's code is the code of files that are tested.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");

test.each(["fixture.ts", "films.test.ts"])("it has %s as it is tested", async (file) => {
  const code = await readFile(new URL(`readme/${file}`, import.meta.url), "utf8");
  const shown = code.replace(/^.*oxlint-disable.*\n/gm, "");
  expect(readme).toContain(`\`\`\`ts\n${shown}\`\`\``);
});

test("it names every option of the command", async () => {
  const { help } = await import("../src/cli/help.ts");
  const options = [...help.matchAll(/^ {2}(--[a-z]+)/gm)].map(([, option]) => option!);
  expect(options.length).toBeGreaterThan(10);
  for (const option of options) expect(readme).toContain(`\`${option}`);
});
