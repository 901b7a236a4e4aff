import { ApiError, type ApiErrorOptions } from "./api-error.ts";

/** Too many calls. */
export class RateLimitError extends ApiError {
  override name = "RateLimitError";
  /** How long the service asks to wait, in milliseconds. Absent when it does not say. */
  readonly retryAfter: number | undefined;

  constructor(message: string, options: ApiErrorOptions) {
    super(message, options);
    this.retryAfter = options.retryAfter;
  }
}
