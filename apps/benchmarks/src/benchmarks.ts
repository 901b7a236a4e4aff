import type { Benchmark } from "./benchmark.ts";

/** The benchmarks by name, in the order in which they are run. */
export const benchmarks = {
  signing: () => import("./signing/benchmark.ts"),
  requests: () => import("./requests/benchmark.ts"),
  walking: () => import("./walking/benchmark.ts"),
  weight: () => import("./weight/benchmark.ts"),
  types: () => import("./types/benchmark.ts"),
  pipeline: () => import("./pipeline/benchmark.ts"),
  validation: () => import("./validation/benchmark.ts"),
  checks: () => import("./checks/benchmark.ts"),
  encryption: () => import("./encryption/benchmark.ts"),
  emulator: () => import("./emulator/benchmark.ts"),
  docs: () => import("./docs/benchmark.ts"),
} satisfies Record<string, () => Promise<{ benchmark: Benchmark }>>;

export type BenchmarkName = keyof typeof benchmarks;

/** Whether there is a benchmark of that name. */
export function isBenchmark(name: string): name is BenchmarkName {
  return Object.hasOwn(benchmarks, name);
}
