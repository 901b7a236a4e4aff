import { MpcError } from "./mpc-error.ts";

/**
 * The response is neither what the contract says nor an error of the service: a redirect, HTML, JSON that is cut
 * short or has another shape.
 */
export class UnexpectedResponseError extends MpcError {
  override name = "UnexpectedResponseError";
}
