import { MpcError } from "./mpc-error.ts";

/** No response came, or only part of one. `cause` says why, as the runtime's `fetch` does. */
export class ConnectionError extends MpcError {
  override name = "ConnectionError";
}
