import type { components, EncryptionTask } from "@mpc-contract/client";
import {
  describeFinding,
  type Finding,
  findOperation,
  type OperationId,
  validateRequest,
  validateResponse,
} from "@mpc-contract/validator";
import { type Clock, createClock } from "./clock.ts";
import { control, isControl } from "./control.ts";
import { emulatorCredentials, emulatorToken } from "./credentials.ts";
import type { Fault } from "./faults/fault.ts";
import { answerOf, createFaults, spoil } from "./faults/faults.ts";
import { createFetch } from "./fetch.ts";
import { createAuthentication } from "./gateway/authenticate.ts";
import { createRateLimit } from "./gateway/rate-limit.ts";
import { type Refusal, refuse, repeat } from "./gateway/refuse.ts";
import { createRequestId } from "./gateway/request-id.ts";
import * as examples from "./generated/seed.ts";
import { failures, headers as names } from "./generated/wire.ts";
import { enter, type JournalEntry, longestBody, redactTask } from "./journal.ts";
import { type Answer, splitUrl, type WireRequest, type WireResponse } from "./message.ts";
import { checkFaults, checkOptions, type EmulatorOptions } from "./options.ts";
import { createMemoryStore } from "./store/memory.ts";
import type { Store } from "./store/store.ts";
import { advance, type Failure, type Planning } from "./tasks/life-cycle.ts";
import { operations } from "./tasks/operations.ts";
import { recordOf } from "./tasks/record.ts";
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
  faults: readonly Fault[];
  /**
   * Other faults from now on.
   *
   * @throws {TypeError} When one is none.
   */
  setFaults: (faults: readonly Fault[]) => void;
  /**
   * Moves a task on by one step, as planned or into a failure.
   *
   * @returns The task as it is then.
   * @throws {TypeError} When there is no such task, or it has ended.
   */
  advance: (
    project: string,
    taskId: string | number,
    options?: { fails?: Failure },
  ) => Promise<EncryptionTask>;
  /** Returns to the seed: tasks, clock, faults, journal, and what was counted. */
  reset: () => Promise<void>;
  /** Resolves when the store is open, or rejects with why it cannot be opened. Requests wait for it by themselves. */
  ready: Promise<void>;
  /** Lets go of the store, and ends work that goes on. A store that outlives it takes the work up again. */
  close: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
}

/** Which refusal a broken rule of the message leads to; any other is an invalid parameter. */
const refusalOfRule: Partial<Record<Finding["rule"], Refusal>> = {
  path: "no-such-path",
  method: "wrong-method",
  "content-type": "wrong-content-type",
  security: "not-signed",
};

/**
 * Makes an emulator. Without options it holds the tasks of the contract's examples in memory, and takes
 * `emulatorCredentials`, `emulatorToken` and no others. It opens no port.
 *
 * @throws {TypeError} When an option is wrong, such as a task that the contract does not allow.
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  checkOptions(options);
  const {
    auth = "strict",
    encrypt,
    limits = true,
    onError = () => undefined,
    seed = {},
    speed = 1,
  } = options;
  const { accessKeys = [emulatorCredentials], lifeCycle: rules = [], random = 0 } = seed;
  const { tokens = [{ token: emulatorToken }] } = seed;
  const clock = createClock(options.clock);
  const faults = createFaults(options.faults ?? [], random);
  const authentication = createAuthentication(accessKeys, tokens);
  const rateLimit = createRateLimit();
  const dateOf = createDateHeader();
  const journal: JournalEntry[] = [];
  const planning: Planning = {
    rules,
    random,
    speed: speed === "instant" ? Infinity : speed,
    works: encrypt !== undefined,
  };
  const records = Object.fromEntries(
    Object.entries(seed.tasks ?? examples.tasks).map(([project, tasks]) => [
      project,
      tasks.map((task) => recordOf(project, structuredClone(task))),
    ]),
  );
  const stopping = new AbortController();
  let opened: Store | undefined;
  const opening = open();
  // Whoever asks is told; whoever does not ask yet is no reason to end the process.
  opening.catch(() => undefined);

  async function open(): Promise<Store> {
    const store = await (options.store ?? (async (own) => createMemoryStore(own)))(clock, onError);
    await store.begin(records);
    if (encrypt) await store.startWork(createWorker(store, clock, encrypt, stopping.signal));
    opened = store;
    return store;
  }

  /** Does what a request asks for, or says why not. Fills in what the journal says of it. */
  async function respond(
    request: WireRequest,
    requestId: string,
    now: number,
    entry: JournalEntry,
  ): Promise<Answer> {
    if (request.malformed) return refuse("invalid-parameter", requestId);
    const { path, query } = splitUrl(request.url);
    const project = decodeSegment(path.split("/")[2] ?? "");
    if (auth === "strict") {
      const refusal = await authentication.authenticate(request, project, now);
      if (refusal) return refuse(refusal, requestId);
    }
    if (!seed.tasks && Object.hasOwn(examples.refusing, project)) {
      return repeat(examples.refusing[project]!, requestId);
    }
    const operation = entry.operation as OperationId | undefined;
    const counted = limits && operation ? rateLimit.count(project, now) : undefined;
    if (counted?.isOver) return { ...refuse("throttled", requestId), headers: counted.headers };
    const [finding] = validateRequest(request, { strength: "tolerant" });
    if (finding || !operation) {
      if (finding) entry.finding = describeFinding(finding);
      const refusal = refusalOfRule[finding?.rule ?? "path"] ?? "invalid-parameter";
      return { ...refuse(refusal, requestId), ...(counted && { headers: counted.headers }) };
    }
    entry.project = project;
    const body: unknown = request.text === "" ? undefined : JSON.parse(request.text);
    if (body !== undefined && request.text.length <= longestBody) {
      entry.body = redactTask(body as components["schemas"]["EncryptionTaskRequest"]);
    }
    const store = opened ?? (await opening);
    await store.settle(now, advance);
    const result = await operations[operation]({ project, query, body, store, planning, now });
    const answer = typeof result === "string" ? refuse(result, requestId) : result;
    return counted ? { ...answer, headers: { ...counted.headers, ...answer.headers } } : answer;
  }

  async function answer(request: WireRequest): Promise<WireResponse> {
    if (options.control && isControl(request)) return control(emulator, request);
    const requestId = createRequestId();
    const now = clock.time();
    const operation = findOperation(request);
    const fault = faults.next(operation);
    const entry: JournalEntry = {
      time: new Date(now),
      requestId,
      method: request.method,
      url: request.url,
      ...(operation && { operation }),
      status: 0,
      ...(fault && { fault }),
    };
    if (fault?.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delay));
    const instead = fault && answerOf(fault, requestId);
    const given =
      instead ??
      (await respond(request, requestId, now, entry).catch((error: Error) => {
        onError(error);
        return refuse("system-error", requestId);
      }));
    const response: WireResponse = {
      status: given.status,
      headers: {
        ...(given.body !== undefined && { "Content-Type": "application/json" }),
        ...given.headers,
        [names.requestId]: requestId,
        Date: dateOf(now),
      },
      text: given.body === undefined ? "" : JSON.stringify(given.body),
    };
    if (operation && !instead) {
      const { headers, status } = response;
      const [finding] = validateResponse({ status, headers, body: given.body }, operation, {
        strength: "tolerant",
      });
      if (finding) throw new Error(`the emulator would break the contract: ${describeFinding(finding)}`);
    }
    entry.status = response.status;
    const { error_code } = (given.body ?? {}) as { error_code?: string };
    if (error_code !== undefined) entry.error = error_code;
    enter(journal, entry);
    options.onAnswer?.(entry);
    return fault ? spoil(response, fault) : response;
  }

  async function close(): Promise<void> {
    stopping.abort();
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
      const changed = await store.change(project, String(taskId), (record) =>
        record.task.end_time === undefined
          ? advance(record, clock.time(), fails && failures[fails])
          : undefined,
      );
      if (!changed) throw new TypeError(`advance: project ${project} has no task ${taskId} that goes on`);
      return changed.task;
    },
    async reset() {
      clock.reset();
      faults.set(options.faults ?? []);
      journal.length = 0;
      authentication.reset();
      rateLimit.reset();
      await (opened ?? (await opening)).reset(records);
    },
    ready: opening.then(() => undefined),
    close,
    [Symbol.asyncDispose]: close,
  };
  emulator.ready.catch(() => undefined);
  return emulator;
}

/** Writes dates as headers have them. Most requests come in the same second as the one before. */
function createDateHeader(): (milliseconds: number) => string {
  let second = NaN;
  let text = "";
  return (milliseconds) => {
    const now = Math.floor(milliseconds / 1000);
    if (now !== second) text = new Date(milliseconds).toUTCString();
    second = now;
    return text;
  };
}

/** Percent-decodes; what cannot be decoded is no project, and stays as it is. */
function decodeSegment(segment: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
