import type { EncryptionTask } from "@mpc-contract/client";
import { schemaOf } from "@mpc-contract/validator";
import * as v from "valibot";
import type { KnownAccessKey, KnownToken } from "./credentials.ts";
import type { Fault } from "./faults/fault.ts";
import type { OwnClock } from "./clock.ts";
import { failures, projectId, refusals } from "./generated/wire.ts";
import type { JournalEntry } from "./journal.ts";
import type { Store } from "./store/store.ts";
import type { LifeCycleRule } from "./tasks/life-cycle.ts";
import { operations } from "./tasks/operations.ts";
import type { TaskRecord } from "./tasks/record.ts";

/** What an emulator begins with, and returns to. */
export interface Seed {
  /** Tasks by project, instead of those of the contract's examples. */
  tasks?: Readonly<Record<string, readonly EncryptionTask[]>>;
  /** The access keys that are taken, instead of `emulatorCredentials`. */
  accessKeys?: readonly KnownAccessKey[];
  /** The tokens that are taken, instead of `emulatorToken`. */
  tokens?: readonly KnownToken[];
  /** What becomes of tasks that are created; the first rule that fits a task holds. */
  lifeCycle?: readonly LifeCycleRule[];
  /** What durations, outcomes and faults are drawn from: the same number, the same draws. 0 when absent. */
  random?: number;
}

/** How an emulator is to be. */
export interface EmulatorOptions {
  /** What it begins with, and returns to. */
  seed?: Seed;
  /** A date at which the clock stands until it is advanced, or what gives the time. The real time when absent. */
  clock?: Date | (() => Date);
  /** How many times faster than usual tasks go through their life. 1 when absent; `instant` takes no time. */
  speed?: number | "instant";
  /** `strict` verifies credentials; `loose` takes all that look like some. `strict` when absent. */
  auth?: "strict" | "loose";
  /** Whether the calls of a project are limited as those of a tenant are. They are when absent. */
  limits?: boolean;
  /** What goes wrong from the beginning. Nothing when absent. */
  faults?: readonly Fault[];
  /** Whether `/_emulator` answers, and everyone who reaches the emulator can set it. Not when absent. */
  control?: boolean;
  /** Where tasks are kept, such as `sqliteStore("tasks.sqlite")`. In memory when absent. */
  store?: OpenStore;
  /** What encrypts segments, such as `bucketsIn("buckets")`. When absent, tasks are simulated. */
  encrypt?: Encrypt;
  /** Told of each request that was answered. */
  onAnswer?: (entry: JournalEntry) => void;
  /** Told of errors that a caller only sees as a system error, such as those of a database. */
  onError?: (error: Error) => void;
}

/** Opens a store that goes by a clock. */
export type OpenStore = (clock: OwnClock, onError: (error: Error) => void) => Promise<Store>;

/** Does what a task asks for. Gives the names of the files that it wrote, or rejects with why it could not. */
export type Encrypt = (record: TaskRecord, signal: AbortSignal) => Promise<string[]>;

const keysOf = <T extends string>(table: Record<T, unknown>) => Object.keys(table) as T[];

const text = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
/** In milliseconds. Three years are more than any test takes, and a date that is so far away exists. */
const duration = v.pipe(v.number(), v.minValue(0), v.maxValue(1e11));
const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const grant = {
  projects: v.exactOptional(v.array(text)),
  expires: v.exactOptional(
    v.pipe(
      v.string(),
      v.check(
        (date) => !Number.isNaN(Date.parse(date)),
        "Invalid date: give one such as 2026-12-31T00:00:00Z",
      ),
    ),
  ),
};
const notPace =
  'Invalid pace: give milliseconds, the least and the most of them, { "polls": 2 } or "by-hand"';
const pace = v.union(
  [
    duration,
    v.pipe(
      v.tuple([duration, duration]),
      v.check(([least, most]) => least <= most, notPace),
    ),
    v.strictObject({ polls: count }),
    v.literal("by-hand"),
  ],
  notPace,
);

/** A task of the contract. */
const task = v.custom<EncryptionTask>(
  (value) => !issueOf(value),
  ({ input }) => {
    const { message = "", path = [] } = issueOf(input) ?? {};
    return [...path, message].join(": ");
  },
);

function issueOf(value: unknown) {
  return schemaOf("EncryptionTask", "tolerant")["~standard"].validate(value).issues?.[0];
}

function haveOwnIds(tasks: EncryptionTask[]): boolean {
  return new Set(tasks.map(({ task_id }) => String(task_id))).size === tasks.length;
}

const seedSchema = v.strictObject({
  tasks: v.exactOptional(
    v.record(
      v.pipe(v.string(), v.regex(new RegExp(projectId.pattern), `Invalid project: give ${projectId.words}`)),
      v.pipe(v.array(task), v.check(haveOwnIds, "Invalid tasks: give each an ID of its own")),
    ),
  ),
  accessKeys: v.exactOptional(
    v.array(
      v.strictObject({ accessKey: text, secretKey: text, securityToken: v.exactOptional(text), ...grant }),
    ),
  ),
  tokens: v.exactOptional(v.array(v.strictObject({ token: text, ...grant }))),
  lifeCycle: v.exactOptional(
    v.array(
      v.strictObject({
        match: v.exactOptional(
          v.strictObject({
            project: v.exactOptional(text),
            user_data: v.exactOptional(v.string()),
            object: v.exactOptional(text),
          }),
        ),
        waiting: v.exactOptional(pace),
        processing: v.exactOptional(pace),
        fails: v.exactOptional(
          v.strictObject({ of: v.picklist(keysOf(failures)), probability: v.exactOptional(probability) }),
        ),
      }),
    ),
  ),
  random: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
});

const faultsSchema = v.array(
  v.strictObject({
    operation: v.exactOptional(v.picklist(keysOf(operations))),
    probability: v.exactOptional(probability),
    count: v.exactOptional(count),
    delay: v.exactOptional(v.pipe(duration, v.maxValue(2 ** 31 - 1))),
    error: v.exactOptional(v.picklist(keysOf(refusals))),
    status: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599))),
    retryAfter: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    contentType: v.exactOptional(
      v.pipe(
        text,
        v.regex(
          /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(; *[\w=.+-]+)*$/,
          "Invalid media type: give one such as text/html",
        ),
      ),
    ),
    body: v.exactOptional(v.string()),
    connection: v.exactOptional(v.picklist(["reset", "cut"])),
  }),
);

const aFunction = v.function();
const optionsSchema = v.strictObject({
  seed: v.exactOptional(seedSchema),
  clock: v.exactOptional(
    v.union([v.date(), aFunction], "Invalid clock: give a Date, or a function that gives one"),
  ),
  speed: v.exactOptional(
    v.union(
      [v.literal("instant"), v.pipe(v.number(), v.finite(), v.gtValue(0))],
      'Invalid speed: give a number above 0, or "instant"',
    ),
  ),
  auth: v.exactOptional(v.picklist(["strict", "loose"])),
  limits: v.exactOptional(v.boolean()),
  faults: v.exactOptional(faultsSchema),
  control: v.exactOptional(v.boolean()),
  store: v.exactOptional(aFunction),
  encrypt: v.exactOptional(aFunction),
  onAnswer: v.exactOptional(aFunction),
  onError: v.exactOptional(aFunction),
});

/**
 * Refuses options that an emulator cannot begin with. They may come from where no compiler looked.
 *
 * @throws {TypeError}
 */
export function checkOptions(options: unknown): asserts options is EmulatorOptions {
  check(optionsSchema, options, "createEmulator");
}

/** Refuses what is no list of faults, or gives it. */
export function checkFaults(faults: unknown, who = "faults"): readonly Fault[] {
  check(faultsSchema, faults, who);
  return faults as readonly Fault[];
}

/** Refuses what is no seed, or gives it. */
export function checkSeed(seed: unknown): Seed {
  check(seedSchema, seed, "seed");
  return seed as Seed;
}

function check(schema: v.GenericSchema, value: unknown, who: string): void {
  const { issues } = v.safeParse(schema, value, { abortEarly: true });
  const [issue] = issues ?? [];
  if (!issue) return;
  const path = (issue.path ?? [])
    .map(({ key }) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
  throw new TypeError([who, path, issue.message].filter(Boolean).join(": "));
}
