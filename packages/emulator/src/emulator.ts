import type { EncryptionTask } from "@mpc-contract/client";
import { type Clock, createClock } from "./clock.ts";
import { control, isControl } from "./control.ts";
import { emulatorCredentials, emulatorToken } from "./credentials.ts";
import type { Fault } from "./faults/fault.ts";
import { createFaults } from "./faults/faults.ts";
import { createFetch } from "./fetch.ts";
import { createAuthentication } from "./gateway/authenticate.ts";
import { createRateLimit } from "./gateway/rate-limit.ts";
import * as examples from "./generated/seed.ts";
import { failures, lifeCycle } from "./generated/wire.ts";
import { enter, type JournalEntry } from "./journal.ts";
import type { WireRequest, WireResponse } from "./message.ts";
import { checkFaults, checkOptions, type EmulatorOptions } from "./options.ts";
import { createService } from "./service.ts";
import { createMemoryStore } from "./store/memory.ts";
import type { Store } from "./store/store.ts";
import { advance, fail, type Failure } from "./tasks/life-cycle.ts";
import { recordOf, type TaskRecord } from "./tasks/record.ts";
import { createWorker } from "./worker.ts";

/** The endpoint, as a function that takes a request and gives the response, and what a test does with it besides. */
export interface Emulator {
  /** Goes wherever a `fetch` goes. Takes any origin, and rejects when it would break the contract itself. */
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** The same for messages as a server has them. */
  answer: (request: WireRequest) => Promise<WireResponse>;
  /** What time it is. Everything goes by it but the `delay` of a fault. */
  clock: Clock;
  /** The last requests that were answered, 1,000 at most, the newest last. */
  journal: readonly JournalEntry[];
  /** The faults that requests may meet now. */
  faults: readonly Fault[];
  /**
   * Other faults from now on.
   *
   * @throws {TypeError} When one is none.
   */
  setFaults: (faults: readonly Fault[]) => void;
  /**
   * Moves a task on by one step as planned, or from where it is into a failure.
   *
   * @returns The task as it is then.
   * @throws {TypeError} When there is no such task, it has ended, or it is being encrypted.
   */
  advance: (
    project: string,
    taskId: string | number,
    options?: { fails?: Failure },
  ) => Promise<EncryptionTask>;
  /** Returns to the seed: tasks, clock, faults, journal, and what was counted. Work that goes on is given up. */
  reset: () => Promise<void>;
  /** Resolves when no segment is left to encrypt, as far as tasks are due. */
  idle: () => Promise<void>;
  /** Resolves when the store is open, or rejects with why it cannot be opened. Requests wait for it by themselves. */
  ready: Promise<void>;
  /** Lets go of the store, and ends work that goes on. A store that outlives it takes the work up again. */
  close: () => Promise<void>;
  /** Closes it, for `await using`. */
  [Symbol.asyncDispose]: () => Promise<void>;
}

/**
 * Makes an emulator. Without options it holds the tasks of the contract's examples in memory, and takes
 * `emulatorCredentials`, `emulatorToken` and no others. It opens no port.
 *
 * @throws {TypeError} When an option is wrong, such as a task that the contract does not allow.
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  checkOptions(options);
  const { encrypt, onError = () => undefined, seed = {}, speed = 1 } = options;
  const { accessKeys = [emulatorCredentials], random = 0, tokens = [{ token: emulatorToken }] } = seed;
  const clock = createClock(options.clock);
  const faults = createFaults(options.faults ?? [], random);
  const authentication = createAuthentication(accessKeys, tokens);
  const rateLimit = createRateLimit();
  const journal: JournalEntry[] = [];
  const records = recordsOf(seed.tasks ?? examples.tasks);
  const closing = new AbortController();
  let working = new AbortController();
  let opened: Store | undefined;
  const opening = open();
  // Whoever asks is told; whoever does not ask yet is no reason to end the process.
  opening.catch(() => undefined);

  async function open(): Promise<Store> {
    const store = options.store ? await options.store(clock, onError) : createMemoryStore(clock, onError);
    try {
      await store.begin(records);
      if (encrypt) await store.startWork(createWorker(store, clock, encrypt, () => working.signal));
    } catch (error) {
      await store.close();
      throw error;
    }
    opened = store;
    return store;
  }

  const serve = createService({
    clock,
    faults,
    authenticate: options.auth === "loose" ? undefined : authentication.authenticate,
    rateLimit: options.limits === false ? undefined : rateLimit,
    refusing: seed.tasks ? {} : examples.refusing,
    planning: {
      rules: seed.lifeCycle ?? [],
      random,
      speed: speed === "instant" ? Infinity : speed,
      works: encrypt !== undefined,
    },
    store: async () => opened ?? opening,
    closing: closing.signal,
    onAnswer(entry) {
      enter(journal, entry);
      options.onAnswer?.(entry);
    },
    onError,
  });

  async function answer(request: WireRequest): Promise<WireResponse> {
    return options.control && isControl(request) ? control(emulator, request) : serve(request);
  }

  async function close(): Promise<void> {
    closing.abort();
    working.abort();
    const store = await opening.catch(() => undefined);
    await store?.close();
  }

  const emulator: Emulator = {
    answer,
    fetch: createFetch(answer),
    clock,
    journal,
    get faults() {
      return faults.list();
    },
    setFaults: (given) => faults.set(checkFaults(given, "setFaults")),
    async advance(project, taskId, { fails } = {}) {
      if (fails !== undefined && !Object.hasOwn(failures, fails)) {
        throw new TypeError(`advance: fails: give one of ${Object.keys(failures).join(", ")}`);
      }
      const store = await opening;
      const changed = await store.change(project, String(taskId), (record) => {
        if (!goesOn(record)) return undefined;
        const now = clock.time();
        return fails === undefined ? advance(record, now) : fail(record, now, failures[fails]);
      });
      if (!changed)
        throw new TypeError(`advance: project ${project} has no task ${taskId} that goes on by hand`);
      return changed.task;
    },
    async reset() {
      working.abort();
      clock.reset();
      faults.set(options.faults ?? []);
      journal.length = 0;
      authentication.reset();
      rateLimit.reset();
      try {
        await (opened ?? (await opening)).reset(records);
      } finally {
        working = new AbortController();
      }
    },
    idle: async () => (await opening).idle(),
    ready: opening.then(() => undefined),
    close,
    [Symbol.asyncDispose]: close,
  };
  emulator.ready.catch(() => undefined);
  return emulator;
}

/** Says whether a task has not ended, and nobody is encrypting it. */
function goesOn({ task, workId }: TaskRecord): boolean {
  return task.end_time === undefined && (workId === undefined || task.status === lifeCycle.created);
}

function recordsOf(seed: Readonly<Record<string, readonly EncryptionTask[]>>): Record<string, TaskRecord[]> {
  const projects = Object.entries(seed).map(([project, tasks]): [string, TaskRecord[]] => [
    project,
    tasks.map((task) => recordOf(project, structuredClone(task))),
  ]);
  return Object.fromEntries(projects);
}
