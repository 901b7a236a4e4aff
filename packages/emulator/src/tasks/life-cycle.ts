import type { Divergence } from "../divergence.ts";
import { failures, lifeCycle } from "../generated/wire.ts";
import { draw } from "../random.ts";
import type { TaskRecord } from "./record.ts";
import { timestamp } from "./timestamp.ts";

/** What a task can fail of, as the contract names it. */
export type Failure = keyof typeof failures;

/**
 * When a task goes on: after milliseconds, exact or drawn between two; after so many answers that show it; or
 * never by itself.
 */
export type Pace = number | readonly [least: number, most: number] | { readonly polls: number } | "by-hand";

/** What becomes of some tasks. */
export interface LifeCycleRule {
  /** Which tasks: those of which all of this is true. Every task, when absent. */
  match?: { project?: string; user_data?: string; /** The path of the input. */ object?: string };
  /** How long they wait. 1 to 3 seconds when absent. */
  waiting?: Pace;
  /** How long they are worked on. 3 to 8 seconds when absent; without meaning where segments are really encrypted. */
  processing?: Pace;
  /** What they fail of, each with a probability, 1 when absent. They succeed when absent. */
  fails?: { of: Failure; probability?: number };
}

/** What is decided of a task when it is created. */
export interface Plan {
  processing: Step | "work";
  /** Why it will fail, if it will. */
  failure?: string;
}

/** A pace, drawn. */
type Step = { after: number } | { polls: number } | "by-hand";

export const divergences: Divergence[] = [
  {
    question: "How long does a task wait, and how long does it take?",
    emulator:
      "1 to 3 seconds and 3 to 8, drawn from the seed, and faster as `speed` says. A rule of the life cycle can say otherwise. The real service takes as long as it takes.",
  },
  {
    question: "What does a task write that encrypts nothing?",
    emulator:
      "Without buckets nothing is read or written: a task succeeds, and `output_file_name` has the name of its input.",
  },
  {
    question: "Do tasks that the emulator begins with go on?",
    emulator:
      "No. Only tasks that are created do; the others stay as they are until they are moved on by hand.",
  },
];

const usual = { waiting: [1000, 3000], processing: [3000, 8000] } as const;

/** How plans are made. */
export interface Planning {
  rules: readonly LifeCycleRule[];
  /** What everything is drawn from. */
  random: number;
  /** By what times are divided. */
  speed: number;
  /** Whether a worker encrypts. */
  works: boolean;
}

/** A record of a task that is created now. */
export function plan(record: TaskRecord, now: number, { random, rules, speed, works }: Planning): TaskRecord {
  const rule = rules.find(({ match }) => fits(record, match)) ?? {};
  const words = `${record.project}/${record.task.task_id}`;
  const step = (name: "waiting" | "processing"): Step => {
    const pace = rule[name] ?? usual[name];
    if (pace === "by-hand") return pace;
    if (typeof pace === "object" && "polls" in pace) return { polls: pace.polls };
    const [least, most] = typeof pace === "number" ? [pace, pace] : pace;
    const after = least + draw(random, `${words}/${name}`) * (most - least);
    return { after: speed === Infinity ? 0 : Math.round(after / speed) };
  };
  const { fails } = rule;
  const willFail = fails && draw(random, `${words}/fails`) < (fails.probability ?? 1);
  const planned: Plan = { processing: step("processing"), ...(willFail && { failure: failures[fails.of] }) };
  const waiting = step("waiting");
  if (!works || willFail) {
    const { encryption: _, ...simulated } = record;
    return enter({ ...simulated, plan: planned }, waiting, now);
  }
  const working: TaskRecord = { ...withIv(record), plan: { processing: "work" } };
  return typeof waiting === "object" && "after" in waiting
    ? handOut(working, now + waiting.after)
    : enter(working, waiting, now);
}

function fits({ project, task }: TaskRecord, match: LifeCycleRule["match"] = {}): boolean {
  return (
    (match.project === undefined || match.project === project) &&
    (match.user_data === undefined || match.user_data === task.user_data) &&
    (match.object === undefined || match.object === task.input?.object)
  );
}

function enter({ dueAt: _, pollsLeft: __, ...record }: TaskRecord, step: Step, at: number): TaskRecord {
  if (step === "by-hand") return record;
  return "polls" in step ? { ...record, pollsLeft: step.polls } : { ...record, dueAt: at + step.after };
}

/** The record one step further on, as planned. One without a plan begins, and then succeeds. */
export function advance(record: TaskRecord, at: number, failure = record.plan?.failure): TaskRecord {
  const { created } = lifeCycle;
  if (record.task.status === created) {
    const { processing = "by-hand" } = record.plan ?? {};
    return processing === "work" ? handOut(begin(record), at) : enter(begin(record), processing, at);
  }
  if (failure !== undefined) return fail(record, at, failure);
  const name = record.task.input?.object?.split("/").at(-1);
  return succeed(record, at, name === undefined ? [] : [name]);
}

/** Work that is done twice, because who did it was thought dead, is to write the same. */
function withIv({ encryption, ...record }: TaskRecord): TaskRecord {
  if (!encryption) return record;
  const iv = encryption.iv ?? btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  return { ...record, encryption: { ...encryption, iv } };
}

/** From here on it goes as its work goes. */
function handOut({ dueAt: _, isTaken: __, pollsLeft: ___, ...record }: TaskRecord, at: number): TaskRecord {
  return { ...record, workAt: at, workId: crypto.randomUUID() };
}

/** The record of a task that is being worked on from now on. */
export function begin(record: TaskRecord): TaskRecord {
  return { ...record, task: { ...record.task, status: lifeCycle.begun } };
}

/** The record of a task that has written files. */
export function succeed(record: TaskRecord, at: number, files: string[]): TaskRecord {
  return end(record, at, { status: lifeCycle.succeeded, output_file_name: files });
}

/** The record of a task that could not go on. */
export function fail(record: TaskRecord, at: number, description: string): TaskRecord {
  return end(record, at, { status: lifeCycle.failed, description });
}

/** The record of a task that will not begin. */
export function cancel(record: TaskRecord, at: number): TaskRecord {
  return end(record, at, { status: lifeCycle.cancelled });
}

/** Nothing is left of the plan, nor of the secret. */
function end(
  { position, project, task }: TaskRecord,
  at: number,
  ending: Partial<TaskRecord["task"]>,
): TaskRecord {
  return { project, position, task: { ...task, ...ending, end_time: timestamp(at) } };
}
