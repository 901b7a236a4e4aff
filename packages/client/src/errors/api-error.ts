import type { ErrorCode } from "../task.ts";
import { MpcError, type MpcErrorOptions } from "./mpc-error.ts";

/** What an error of the service is made with. */
export interface ApiErrorOptions extends MpcErrorOptions {
  response: Response;
  code: ErrorCode | undefined;
  status: number;
  retryable: boolean;
  retryAfter: number | undefined;
}

/** The service, or the gateway in front of it, answered with an error. */
export class ApiError extends MpcError {
  override name = "ApiError";
  declare readonly response: Response;
  /** The `error_code`: decide by it, not by `status`. Absent when the body has none, as that of a proxy. */
  readonly code: ErrorCode | undefined;
  /** The HTTP status. The same code comes with different ones. */
  readonly status: number;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;

  constructor(message: string, options: ApiErrorOptions) {
    const { code, retryAfter: _, retryable, status, ...rest } = options;
    super(message, rest);
    this.code = code;
    this.status = status;
    this.retryable = retryable;
  }
}
