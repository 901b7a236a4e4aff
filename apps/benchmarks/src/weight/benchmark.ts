import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import type { Benchmark, Comparison, Effort } from "../benchmark.ts";
import { type Bundled, bundle } from "./bundle.ts";
import { contestantOf } from "./contestant.ts";
import { startEmulator } from "./emulator.ts";
import { installedWith, sourceBytesOf } from "./installed-with.ts";
import { byHand, type Weighed, writePrograms } from "./programs.ts";
import { measureStarts, seeThatAllList } from "./starts.ts";

export const benchmark: Benchmark = {
  title: "Weight",
  question: "What does a client add to a bundle, to a disk, and to the start of a program?",
  run,
};

async function* run(effort: Effort): AsyncIterable<Comparison> {
  const programs = await Promise.all((await writePrograms()).map(bundle));
  const emulator = await startEmulator();
  try {
    await seeThatAllList(programs, emulator);
    const count = (
      title: string,
      unit: string,
      weighed: Weighed,
      countOf: (program: Bundled) => number,
    ): Comparison => ({
      title,
      unit: { name: unit, better: "less" },
      same: "each program, as one file and with its packages, is let in by an emulator, and lists its task",
      counted: true,
      entries: programs.map((program) => ({
        ...contestantOf(program, weighed),
        figures: [countOf(program)],
      })),
    });
    yield count("A program that lists tasks, bundled and minified by esbuild", "KiB", "bundle", ({ whole }) =>
      kibibytes(readFileSync(whole).length),
    );
    yield count("The same, gzipped", "KiB", "bundle", ({ whole }) =>
      kibibytes(gzipSync(readFileSync(whole), { level: 9 }).length),
    );
    yield count(
      "Packages that are installed for it",
      "packages",
      "packages",
      ({ packages }) => installedWith(packages).packages,
    );
    yield count("On the disk, packages and generated code", "KiB", "disk", ({ generated, packages }) =>
      kibibytes(
        installedWith(packages).bytes + (generated === undefined ? 0 : sourceBytesOf(dirname(generated))),
      ),
    );
    yield* measureStarts(programs, await bundle(byHand), emulator, effort);
  } finally {
    await emulator.end();
  }
}

function kibibytes(bytes: number): number {
  return bytes / 1024;
}
