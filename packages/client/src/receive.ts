import { ApiError } from "./errors/api-error.ts";
import { AuthenticationError } from "./errors/authentication-error.ts";
import { RateLimitError } from "./errors/rate-limit-error.ts";
import { UnexpectedResponseError } from "./errors/unexpected-response-error.ts";
import { type ErrorKind, errorKinds, headers } from "./generated/wire.ts";
import { readRetryAfter } from "./retry-after.ts";
import type { ErrorBody } from "./task.ts";

/** A response, read to its end. */
export interface Received {
  /** The response as it came, its body used up. */
  response: Response;
  /** Its body. */
  text: string;
  /** The JSON of its body, when it is a success and has one. */
  body: unknown;
  /** What it says when it is no success. */
  error: ApiError | UnexpectedResponseError | undefined;
}

/**
 * Understands a response.
 *
 * @param secrets What no error may show, even when the service should echo it.
 */
export function receive(response: Response, text: string, secrets: readonly string[]): Received {
  const redact = (shown: string): string =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, "***"), shown);
  const { body, cause } = parse(text);
  const received: Received = { response, text, body, error: undefined };
  if (response.status >= 400) {
    received.error = readError(toResponse(received), body ?? {}, redact);
  } else if (!response.ok) {
    received.error = unexpected(received, "is a redirect, which is not followed");
  } else if (text && cause) {
    // Parsed once more, for a parser quotes what it cannot read.
    received.error = unexpected(received, "is not JSON", parse(redact(text)));
  }
  return received;
}

/** What to say of a response that is no success, whatever its status. */
export function unexpected(
  received: Pick<Received, "response" | "text">,
  what: string,
  options?: { cause?: unknown },
): UnexpectedResponseError {
  return new UnexpectedResponseError(`the response with status ${received.response.status} ${what}`, {
    ...options,
    response: toResponse(received),
    requestId: requestIdOf(received.response),
  });
}

/** The ID that the gateway gave the request. */
export function requestIdOf(response: Response): string | undefined {
  return response.headers.get(headers.requestId) ?? undefined;
}

/** A response like the one that was read, unread. */
export function toResponse({ response, text }: Pick<Received, "response" | "text">): Response {
  // What a browser gives for a redirect has status 0, which no program can make.
  return response.status === 0 ? response : new Response(text || null, response);
}

function parse(text: string): { body?: unknown; cause?: unknown } {
  try {
    return { body: JSON.parse(text) };
  } catch (cause) {
    return { cause };
  }
}

function readError(
  response: Response,
  { error_code, error_msg, request_id }: Partial<ErrorBody>,
  redact: (text: string) => string,
): ApiError {
  const { status, statusText } = response;
  const code = typeof error_code === "string" ? redact(error_code) : undefined;
  const kinds = Object.keys(errorKinds) as ErrorKind[];
  // By the code as it came: a secret that is short may stand in it by chance.
  const kind = kinds.find((kind) => errorKinds[kind].includes(String(error_code))) ?? kindOf(status);
  const Kind =
    kind === "authentication" ? AuthenticationError : kind === "throttled" ? RateLimitError : ApiError;
  const requestId = requestIdOf(response) ?? request_id;
  return new Kind(
    redact(
      `${code ?? "no error code"}: ${error_msg ?? statusText} (status ${status}${requestId ? `, request ${requestId}` : ""})`,
    ),
    {
      code,
      status,
      requestId,
      response,
      retryable: kind === "throttled" || kind === "transient",
      retryAfter: readRetryAfter(response.headers),
    },
  );
}

/** What a status says where no code is known. */
function kindOf(status: number): ErrorKind {
  if (status === 401) return "authentication";
  if (status === 429) return "throttled";
  return status >= 500 ? "transient" : "request";
}
