import type { MpcError } from "./errors/mpc-error.ts";

/** One sending of a request. It shows no header and no body, and so no secret. */
export interface Attempt {
  /** The method of the request. */
  method: string;
  /** Where it is sent, with its query. */
  url: string;
  /** 1 for the first sending, and one more for each that follows. */
  attempt: number;
}

/** A response, as it arrived. */
export interface AttemptResponse extends Attempt {
  /** The HTTP status. */
  status: number;
  /** The ID that the gateway gave the request. */
  requestId: string | undefined;
  /** How long it took from sending to the last byte, in milliseconds. */
  duration: number;
}

/** A sending that failed and will be made again. */
export interface Retry extends Attempt {
  /** What it failed with. */
  error: MpcError;
  /** How long until the next, in milliseconds. */
  delay: number;
}

/** What is told of each request on its way. What a hook throws fails the call. */
export interface Hooks {
  /** Before a request is sent. */
  onRequest?: ((attempt: Attempt) => void) | undefined;
  /** After a response has arrived. */
  onResponse?: ((response: AttemptResponse) => void) | undefined;
  /** Before the pause that comes before a retry. */
  onRetry?: ((retry: Retry) => void) | undefined;
}
