import type { components, EncryptionTask } from "@mpc-contract/client";
import type { Plan } from "./life-cycle.ts";

type Schemas = components["schemas"];

/** How a task is to be encrypted. Holds the content key: a secret. */
type HlsEncryption = Schemas["HlsEncryption"];

/** A task, and what is known of it besides. Never changed: another takes its place. */
export interface TaskRecord {
  project: string;
  task: EncryptionTask;
  /** Where it stands among the tasks of its project. */
  position: string;
  /** What becomes of the task, as long as it has not ended. */
  plan?: Plan;
  /** When it goes on by itself, in milliseconds since 1970. */
  dueAt?: number;
  /** After how many more answers that show it it goes on. */
  pollsLeft?: number;
  /** When a worker takes it up, in milliseconds since 1970. Until it has ended, the work is not done. */
  workAt?: number;
  /** Which work that is: what was handed out before and is another is not to be done. */
  workId?: string;
  /** Whether a worker has begun it. */
  isTaken?: boolean;
  /** What the worker needs. */
  encryption?: HlsEncryption;
}

/** What the contract knows of a place. Whatever else was sent with it is not kept. */
export function placeOf({
  bucket,
  location,
  object,
}: Schemas["EncryptionInput"]): Schemas["EncryptionInput"] {
  return { bucket, location, object };
}

/** The record of a task that is not planned to go on. */
export function recordOf(project: string, task: EncryptionTask): TaskRecord {
  return { project, task, position: positionOf(task) };
}

/**
 * A text to compare by code units: by time, and in one second by ID. IDs of digits are compared as numbers, and
 * come before others.
 */
function positionOf({ create_time, task_id }: EncryptionTask): string {
  const digits = /^0*(\d+)$/.exec(String(task_id))?.[1];
  const id =
    digits === undefined ? `~${task_id}` : `${String(digits.length).padStart(3, "0")}${digits} ${task_id}`;
  return `${String(create_time ?? "").padStart(14, "0")} ${id}`;
}

/** What comes behind every position of a time. */
export function afterTime(time: string): string {
  return `${time}~`;
}
