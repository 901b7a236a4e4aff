import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Results } from "../benchmark.ts";
import { benchmarks } from "../benchmarks.ts";
import { markdownOf } from "./markdown.ts";
import { plotOf } from "./plot.ts";

/** Writes results into a folder, as JSON, Markdown and plots. What was measured earlier of other questions stays. */
export async function writeResults(folder: string, measured: Results): Promise<void> {
  const all = { ...(await readResults(folder)), ...measured };
  const results: Results = Object.fromEntries(
    Object.keys(benchmarks).flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])),
  );
  await rm(join(folder, "plots"), { recursive: true, force: true });
  await mkdir(join(folder, "plots"), { recursive: true });
  const plots = new Map<string, string>();
  for (const [name, { comparisons }] of Object.entries(results)) {
    const plot = plotOf(comparisons);
    if (plot === undefined) continue;
    plots.set(name, `plots/${name}.svg`);
    await writeFile(join(folder, "plots", `${name}.svg`), plot);
  }
  await writeFile(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(
    join(folder, "RESULTS.md"),
    markdownOf(results, (name) => plots.get(name)),
  );
}

async function readResults(folder: string): Promise<Results> {
  try {
    return JSON.parse(await readFile(join(folder, "results.json"), "utf8")) as Results;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
}
