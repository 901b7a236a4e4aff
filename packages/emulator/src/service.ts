import type { components } from "@mpc-contract/client";
import {
  describeFinding,
  type Finding,
  type OperationId,
  routeOf,
  splitUrl,
  validateRequest,
  validateResponse,
} from "@mpc-contract/validator";
import type { OwnClock } from "./clock.ts";
import { delay } from "./delay.ts";
import { answerOf, type Faults, spoil } from "./faults/faults.ts";
import type { Authenticate } from "./gateway/authenticate.ts";
import { createDateHeader } from "./gateway/date-header.ts";
import type { RateLimit } from "./gateway/rate-limit.ts";
import { type Refusal, refuse, repeat } from "./gateway/refuse.ts";
import { createRequestId } from "./gateway/request-id.ts";
import { headers as names } from "./generated/wire.ts";
import { type JournalEntry, longestBody, redactTask } from "./journal.ts";
import type { Answer, WireRequest, WireResponse } from "./message.ts";
import type { Store } from "./store/store.ts";
import { advance, type Planning } from "./tasks/life-cycle.ts";
import { operations } from "./tasks/operations.ts";

/** What answers requests. */
export interface Service {
  clock: OwnClock;
  faults: Faults;
  /** Absent where all credentials are taken. */
  authenticate: Authenticate | undefined;
  /** Absent where calls are not counted. */
  rateLimit: RateLimit | undefined;
  /** Projects that answer every request with the same error. */
  refusing: Readonly<Record<string, Answer>>;
  planning: Planning;
  store: () => Promise<Store>;
  /** Aborted when the emulator is closed. */
  closing: AbortSignal;
  onAnswer: (entry: JournalEntry) => void;
  onError: (error: Error) => void;
}

/** Which refusal a broken rule of the message leads to; any other is an invalid parameter. */
const refusalOfRule: Partial<Record<Finding["rule"], Refusal>> = {
  path: "no-such-path",
  method: "wrong-method",
  "content-type": "wrong-content-type",
  security: "not-signed",
};

/** Makes what answers requests: gateway and service, and the faults between them and the caller. */
export function createService(service: Service): (request: WireRequest) => Promise<WireResponse> {
  const { clock, closing, faults, onAnswer, onError } = service;
  const dateOf = createDateHeader();

  return async (request) => {
    const requestId = createRequestId();
    const now = clock.time();
    const { operation, parameters } = routeOf(request);
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
    if (fault?.delay !== undefined) await delay(fault.delay, closing, request.signal?.());
    const instead = fault && answerOf(fault, requestId);
    const call = { request, requestId, now, operation, project: parameters["project_id"] ?? "", entry };
    const answer =
      instead ??
      (await respond(service, call).catch((error: Error) => {
        onError(error);
        return refuse("system-error", requestId);
      }));
    const response: WireResponse = {
      status: answer.status,
      headers: {
        ...(answer.body !== undefined && { "Content-Type": "application/json" }),
        ...answer.headers,
        [names.requestId]: requestId,
        Date: dateOf(now),
      },
      text: answer.body === undefined ? "" : JSON.stringify(answer.body),
    };
    if (operation && !instead) keepContract(response, answer.body, operation);
    entry.status = response.status;
    const { error_code } = (answer.body ?? {}) as { error_code?: string };
    if (error_code !== undefined) entry.error = error_code;
    onAnswer(entry);
    return fault ? spoil(response, fault) : response;
  };
}

/** A request, and what is known of it. */
interface Call {
  request: WireRequest;
  requestId: string;
  now: number;
  operation: OperationId | undefined;
  project: string;
  /** What the journal will say of it. */
  entry: JournalEntry;
}

/** Does what a request asks for, or says why not. */
async function respond(service: Service, call: Call): Promise<Answer> {
  const { entry, now, operation, project, request, requestId } = call;
  if (request.malformed) return refuse("invalid-parameter", requestId);
  const rejection = await service.authenticate?.(request, project, now);
  if (rejection) {
    entry.finding = rejection.reason;
    return refuse(rejection.refusal, requestId);
  }
  if (Object.hasOwn(service.refusing, project)) return repeat(service.refusing[project]!, requestId);
  const counted = operation && service.rateLimit?.count(project, now);
  const answer = counted?.isOver ? refuse("throttled", requestId) : await serve(service, call);
  return counted ? { ...answer, headers: { ...counted.headers, ...answer.headers } } : answer;
}

/** Does what a request asks for that the gateway lets through, or says why not. */
async function serve(
  service: Service,
  { entry, now, operation, project, request, requestId }: Call,
): Promise<Answer> {
  const finding = check(request, entry);
  if (finding || !operation)
    return refuse(refusalOfRule[finding?.rule ?? "path"] ?? "invalid-parameter", requestId);
  entry.project = project;
  const body: unknown = request.text === "" ? undefined : JSON.parse(request.text);
  if (body !== undefined && request.text.length <= longestBody) {
    entry.body = redactTask(body as components["schemas"]["EncryptionTaskRequest"]);
  }
  const { query } = splitUrl(request.url);
  const { planning } = service;
  const store = await service.store();
  await store.settle(now, advance);
  const answer = await operations[operation]({ project, query, body, store, planning, now });
  return typeof answer === "string" ? refuse(answer, requestId) : answer;
}

/** Says which rule a request breaks, if any. What only a strict reader would mind is noted and let pass. */
function check(request: WireRequest, entry: JournalEntry): Finding | undefined {
  const [strict] = validateRequest(request, { strength: "strict" });
  if (!strict) return undefined;
  const [finding] = validateRequest(request, { strength: "tolerant" });
  entry.finding = describeFinding(finding ?? strict);
  return finding;
}

function keepContract({ headers, status }: WireResponse, body: unknown, operation: OperationId): void {
  const [finding] = validateResponse({ status, headers, body }, operation, { strength: "tolerant" });
  if (finding) throw new Error(`the emulator would break the contract: ${describeFinding(finding)}`);
}
