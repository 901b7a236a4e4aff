import type { EncryptionTask } from "@mpc-contract/client";
import {
  describeFinding,
  findOperation,
  type Finding,
  type HttpRequest,
  validateRequest,
  validateResponse,
} from "@mpc-contract/validator";
import { authenticate } from "./authenticate.ts";
import * as seed from "./generated/seed.ts";
import { headers } from "./generated/wire.ts";
import { checkOptions } from "./options.ts";
import { type Call, operations } from "./operations.ts";
import { type Answer, type Refusal, refuse, repeat } from "./refuse.ts";
import { createRequestId } from "./request-id.ts";
import { createTaskStore } from "./tasks.ts";

/** What an emulator begins with. */
export interface EmulatorOptions {
  /** Tasks by project, instead of those of the contract's examples. */
  tasks?: Readonly<Record<string, readonly EncryptionTask[]>>;
  /** The clock, which new tasks and signatures are timed by. The real one when absent. */
  now?: () => Date;
}

/** The endpoint, as a function that takes a request and gives the response. */
export interface Emulator {
  /** Goes wherever a `fetch` goes. Takes any origin, and rejects when it would break the contract itself. */
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/** Which refusal a broken rule of the message leads to; any other is an invalid parameter. */
const refusalOfRule: Partial<Record<Finding["rule"], Refusal>> = {
  path: "no-such-path",
  method: "wrong-method",
  "content-type": "wrong-content-type",
  security: "not-signed",
};

/**
 * Makes an emulator with its own tasks. It holds the tasks of the contract's examples, keeps no file and
 * opens no port. It takes `emulatorCredentials`, `emulatorToken` and no others.
 *
 * @throws {TypeError} When an option is wrong, such as a task that the contract does not allow.
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  checkOptions(options);
  const tasks = createTaskStore(options.tasks ?? seed.tasks);
  const now = options.now ?? (() => new Date());

  async function answer(request: Request, text: string, requestId: string): Promise<Answer> {
    const refusal = await authenticate(request, text, now());
    if (refusal) return refuse(refusal, requestId);
    const message: HttpRequest = { method: request.method, url: request.url, headers: request.headers, text };
    const { pathname, searchParams } = new URL(request.url);
    const project = decodeSegment(pathname.split("/")[2] ?? "");
    if (!options.tasks && Object.hasOwn(seed.refusing, project)) {
      return repeat(seed.refusing[project]!, requestId);
    }
    const [finding] = validateRequest(message, { strength: "tolerant" });
    const operation = findOperation(message);
    if (finding || !operation) {
      return refuse(refusalOfRule[finding?.rule ?? "path"] ?? "invalid-parameter", requestId);
    }
    const signedProject = request.headers.get(headers.project);
    if (signedProject !== null && signedProject !== project) return refuse("other-project", requestId);
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    const call: Call = { project, query: searchParams, body, tasks, now: now() };
    const result = operations[operation](call);
    return typeof result === "string" ? refuse(result, requestId) : result;
  }

  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      const requestId = createRequestId();
      const { body, headers: own, status } = await answer(request, await request.text(), requestId);
      const response = new Response(body === undefined ? null : JSON.stringify(body), {
        status,
        headers: {
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...own,
          [headers.requestId]: requestId,
        },
      });
      const operation = findOperation(request);
      const [finding] = operation
        ? validateResponse({ status, headers: response.headers, body }, operation, { strength: "tolerant" })
        : [];
      if (finding) throw new Error(`the emulator would break the contract: ${describeFinding(finding)}`);
      return response;
    },
  };
}

/** Percent-decodes; what cannot be decoded is no project, and stays as it is. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
