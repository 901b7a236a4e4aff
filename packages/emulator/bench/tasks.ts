import type { EncryptionTask } from "@mpc-contract/client";

const statuses = ["WAITING", "PROCESSING", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "FAILED", "CANCELED"];
const start = Date.UTC(2026, 0, 1);
const step = 7000;
const digits = (time: number): string => new Date(time).toISOString().replaceAll(/\D/g, "").slice(0, 14);

/** So many tasks, some of each status, one every few seconds. */
export function tasksOf(count: number): EncryptionTask[] {
  return Array.from({ length: count }, (_, index) => ({
    task_id: index + 1,
    status: statuses[(index * 31) % statuses.length]!,
    create_time: Number(digits(start + index * step)),
    input: { bucket: "b", location: "cn-north-4", object: `in/${index}/index.m3u8` },
    output: { bucket: "b", location: "cn-north-4", object: `out/${index}` },
  }));
}

/** The half of so many tasks that is in the middle, by when they were created. */
export function middleOf(count: number): { start_time: string; end_time: string } {
  const middle = start + (count / 2) * step;
  return {
    start_time: digits(middle - (count / 4) * step),
    end_time: digits(middle + (count / 4) * step),
  };
}
