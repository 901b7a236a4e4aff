import type { Authenticator } from "./authenticator.ts";
import type { RequestParts } from "./build-request.ts";
import { withDeadline } from "./deadline.ts";
import { delay } from "./delay.ts";
import { AuthenticationError } from "./errors/authentication-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { MpcError } from "./errors/mpc-error.ts";
import { RateLimitError } from "./errors/rate-limit-error.ts";
import type { Attempt, Hooks } from "./hooks.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { readText } from "./read-text.ts";
import { type Received, receive, requestIdOf } from "./receive.ts";
import { checkTimeout } from "./check-timeout.ts";
import { createRetryBudget, drawPause, mayRetry } from "./retry.ts";

type Fetch = (request: Request) => Promise<Response>;

/** How one call is made. */
export interface CallOptions {
  /** Aborts the call, be it at work or waiting for a retry. */
  signal?: AbortSignal | undefined;
  /** How long the call may take with all its retries, in milliseconds. */
  timeout?: number | undefined;
}

/** How all calls are made. */
interface TransportOptions extends Hooks {
  fetch?: Fetch | undefined;
  rateLimiter?: RateLimiter | undefined;
  timeout: number;
  attemptTimeout: number;
  maxRetries: number;
}

/** What a call adds. */
interface Call extends CallOptions {
  projectId: string;
  /** Sends this call, in place of what sends all. */
  fetch?: Fetch | undefined;
  /** What it carries that no error may show. */
  secrets?: readonly string[];
}

/** Sends a request, again where that is safe, and reads the response. */
type Transport = (parts: RequestParts, call: Call) => Promise<Received>;

/** Makes the way on which all requests of a client go. */
export function createTransport(
  { attemptTimeout, maxRetries, onRequest, onResponse, onRetry, rateLimiter, ...options }: TransportOptions,
  createAuthenticator: () => Authenticator,
): Transport {
  const budget = createRetryBudget();

  return async ({ init, input }, call) => {
    const { projectId, secrets = [], signal = init.signal, timeout = options.timeout } = call;
    const fetch = call.fetch ?? options.fetch;
    const { method } = init;
    const url = typeof input === "string" ? input : input.url;
    // A GET has none, not even an empty one.
    const body = method === "GET" ? null : init.body;
    checkTimeout("MpcClient", "timeout", timeout);
    const { authenticate, recover } = createAuthenticator();
    let end = performance.now() + timeout;
    await hold();
    const inTime = <T>(milliseconds: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> => {
      const left = end - performance.now();
      return withDeadline(
        Math.min(milliseconds, left),
        signal,
        run,
        milliseconds < left ? milliseconds : timeout,
      );
    };

    for (let attempt = 1, retries = 0; ; attempt++) {
      const about = { method, url, attempt };
      const result = await inTime(attemptTimeout, (signal) => send(about, signal)).catch(asMpcError);
      const error = result instanceof MpcError ? result : result.error;
      if (!error) budget.regain();
      else if (error instanceof AuthenticationError && (await inTime(timeout, () => recover(error))))
        continue;
      else if (mayRetry(method, error) && retries < maxRetries && budget.take()) {
        const asked = error instanceof RateLimitError ? error.retryAfter : 0;
        const pause = Math.max(drawPause(retries++), asked ?? 0);
        if (performance.now() + pause < end) {
          onRetry?.({ ...about, error, delay: pause });
          await delay(pause, signal);
          await hold();
          continue;
        }
      }
      if (result instanceof MpcError) throw result;
      return result;
    }

    /** Waits for the limiter, which does not count as time of the call. */
    async function hold(): Promise<void> {
      const since = performance.now();
      await rateLimiter?.(signal);
      end += performance.now() - since;
    }

    async function send(about: Attempt, signal: AbortSignal): Promise<Received> {
      const headers = new Headers(typeof input === "string" ? init.headers : input.headers);
      const credentials = await authenticate({ method, url, headers }, body, projectId);
      // Without redirects, which would take the credentials along.
      const sent: RequestInit = { ...init, body, headers, redirect: "manual", signal };
      onRequest?.(about);
      const started = performance.now();
      let response;
      let text;
      try {
        // The runtime's fetch makes a request of its own: to make one for it would be the second.
        response = await (fetch ? fetch(new Request(input, sent)) : globalThis.fetch(input, sent));
        text = await readText(response);
      } catch (cause) {
        throw cause instanceof MpcError ? cause : new ConnectionError("the connection failed", { cause });
      }
      const duration = performance.now() - started;
      onResponse?.({ ...about, status: response.status, requestId: requestIdOf(response), duration });
      return receive(response, text, [...secrets, ...credentials]);
    }
  };
}

/** Lets pass what no retry can mend: an error of the caller's own functions. */
function asMpcError(error: unknown): MpcError {
  if (error instanceof MpcError) return error;
  throw error;
}
