import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { writeResults } from "../src/report/write.ts";

const published = fileURLToPath(new URL("../", import.meta.url));

async function filesOf(folder: string): Promise<Record<string, string>> {
  const plots = (await readdir(join(folder, "plots"))).map((name) => `plots/${name}`);
  const files = ["RESULTS.md", "results.json", ...plots].map(
    async (file) => [file, await readFile(join(folder, file), "utf8")] as const,
  );
  return Object.fromEntries(await Promise.all(files));
}

test("the published results are as the command writes them, by nobody's hand", async () => {
  const folder = await mkdtemp(join(tmpdir(), "results-"));
  try {
    await cp(join(published, "results.json"), join(folder, "results.json"));
    await writeResults(folder, {});
    expect(await filesOf(folder)).toEqual(await filesOf(published));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("nobody is ahead in them without a reason", async () => {
  const text = await readFile(join(published, "RESULTS.md"), "utf8");
  const [, ahead = ""] = text.split(/^## /m);
  expect(ahead).toMatch(/^Where others are ahead\n/);
  expect(ahead).not.toContain("It is not known yet why.");
});
