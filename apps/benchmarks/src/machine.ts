import { arch, availableParallelism, cpus, platform, totalmem } from "node:os";

/** On what was measured, in a line. */
export function describeMachine(): string {
  const gibibytes = Math.round(totalmem() / 1024 ** 3);
  const processor = cpus()[0]?.model.trim() || "unknown processor";
  return `${availableParallelism()} cores of ${processor}, ${gibibytes} GiB, ${platform()} ${arch()}, Node.js ${process.versions.node}`;
}
