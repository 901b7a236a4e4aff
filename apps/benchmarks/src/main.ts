// Runs benchmarks, and writes what they find: on the terminal, and as Markdown, JSON and plots.
import { fileURLToPath } from "node:url";
import { parseArgs, styleText } from "node:util";
import type { Results } from "./benchmark.ts";
import { benchmarks, isBenchmark } from "./benchmarks.ts";
import { measureBenchmark } from "./measure-benchmark.ts";
import { createStatus, terminalTable } from "./report/terminal.ts";
import { writeResults } from "./report/write.ts";

const names = Object.keys(benchmarks);
const usage = `Usage: pnpm bench [NAME...] [--quick]

Measures this project side by side with what one would pick instead, and writes apps/benchmarks/RESULTS.md,
results.json and plots. Without a name it measures all: ${names.join(", ")}.

  --quick   only see that all works: short rounds, no tables but of what is missing, and the results go to
            apps/benchmarks/dist/quick/
  --help    print this
`;

function readArguments(): { chosen: string[]; quick: boolean; help: boolean } {
  try {
    // npm and old pnpm want "--" before the options of a script, and pnpm passes it on.
    const { positionals, values } = parseArgs({
      args: process.argv.slice(2).filter((argument) => argument !== "--"),
      options: { quick: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const unknown = positionals.find((name) => !isBenchmark(name));
    if (unknown !== undefined)
      throw new Error(`There is no benchmark ${unknown}; there are ${names.join(", ")}.`);
    return { chosen: positionals.length > 0 ? positionals : names, ...values };
  } catch (error) {
    console.error(`${(error as Error).message} See: pnpm bench --help`);
    process.exit(1);
  }
}

const { chosen, help, quick } = readArguments();
if (help) {
  console.log(usage);
  process.exit();
}
const stopping = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stopping.abort());
const status = createStatus();
const results: Results = {};
try {
  for (const name of chosen.filter(isBenchmark)) {
    status.show(name);
    const result = await measureBenchmark(
      name,
      { quick },
      (comparison) => {
        // The figures of a quick run are worth nothing, unless one is missing.
        if (quick && comparison.entries.every((entry) => "figures" in entry)) return;
        status.clear();
        console.log(`${terminalTable(comparison)}\n`);
        status.show(name);
      },
      stopping.signal,
    );
    results[name] = result;
    status.clear();
    if (result.failure !== undefined)
      console.log(styleText("red", `  Missing from here on: ${result.failure}\n`));
    const tables = `${result.comparisons.length} ${result.comparisons.length === 1 ? "table" : "tables"}`;
    console.log(styleText("dim", `  ${name}: ${tables}, ${result.seconds.toFixed(1)} s${quick ? "" : "\n"}`));
  }
  const folder = fileURLToPath(new URL(quick ? "../dist/quick/" : "../", import.meta.url));
  await writeResults(folder, results);
  console.log(`Written: ${folder}RESULTS.md, results.json, plots/`);
} catch (error) {
  status.clear();
  console.error(stopping.signal.aborted ? "\nStopped; nothing was written." : (error as Error).message);
  process.exitCode = 1;
}
const whole = Object.values(results).every(
  ({ comparisons, failure }) =>
    failure === undefined && comparisons.every(({ entries }) => entries.every((entry) => "figures" in entry)),
);
if (!whole) {
  console.error("Something is missing; see above.");
  process.exitCode = 1;
}
