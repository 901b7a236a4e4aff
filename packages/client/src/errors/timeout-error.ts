import { MpcError } from "./mpc-error.ts";

/** The time given was not enough. */
export class TimeoutError extends MpcError {
  override name = "TimeoutError";
}
