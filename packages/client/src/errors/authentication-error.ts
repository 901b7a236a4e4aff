import { ApiError } from "./api-error.ts";

/**
 * The credentials were refused. They are not sent again: five wrong signatures in a row lock the access key for
 * five minutes.
 */
export class AuthenticationError extends ApiError {
  override name = "AuthenticationError";
}
