import { MpcError } from "./mpc-error.ts";

/** The caller's signal aborted the call. `cause` is the reason of that signal. */
export class AbortError extends MpcError {
  override name = "AbortError";
}
