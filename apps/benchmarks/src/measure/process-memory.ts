import { readFileSync } from "node:fs";

/** The memory of another process in MiB: now, or the most that it ever had. Only Linux tells. */
export function processMemory(pid: number, which: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const [, kibibytes] = new RegExp(`${which}:\\s+(\\d+) kB`).exec(status) ?? [];
  if (kibibytes === undefined) throw new Error(`/proc/${pid}/status does not tell ${which}`);
  return Number(kibibytes) / 1024;
}
