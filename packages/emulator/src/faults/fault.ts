import type { OperationId } from "@mpc-contract/validator";
import type { Refusal } from "../gateway/refuse.ts";

/** Something that goes wrong with a request that it fits. Several things may, such as a delay and a status. */
export interface Fault {
  /** The operation; every one when absent. */
  operation?: OperationId;
  /** How probable it is, from 0 to 1. 1 when absent. */
  probability?: number;
  /** How often it happens at most. Without end when absent. */
  count?: number;
  /** How long the answer takes, in milliseconds. */
  delay?: number;
  /** The answer is a refusal of the contract, such as `throttled`. The request has no effect. */
  error?: Refusal;
  /** The answer has this status and, when `body` does not say otherwise, no body. The request has no effect. */
  status?: number;
  /** Seconds in the header `Retry-After`. */
  retryAfter?: number;
  /** The media type that the answer claims, such as `text/html`. */
  contentType?: string;
  /** What the answer carries instead. */
  body?: string;
  /**
   * `reset`: the connection ends without an answer. `cut`: it ends in the middle of the answer's body. In both
   * cases the request has its effect.
   */
  connection?: "reset" | "cut";
}
