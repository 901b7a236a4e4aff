/**
 * Signs a request with an access key, for programs that send it themselves.
 *
 * @packageDocumentation
 */
import { badArgument } from "./bad-argument.ts";
import { checkAccessKey } from "./check-credentials.ts";
import type { AccessKey } from "./credentials.ts";
import { sign } from "./signature.ts";

export type { AccessKey } from "./credentials.ts";

/** How to sign. */
export interface SignOptions {
  /** When the request is signed; now, when absent. The service accepts it within 15 minutes of its clock. */
  date?: Date | undefined;
  /**
   * The headers to cover besides the host, in lower case; the usual ones, when absent. For who verifies a
   * signature that another has made.
   */
  signedHeaders?: readonly string[] | undefined;
}

/**
 * Signs a request with an access key. The signature covers method, path, query, body, the host, the date,
 * the content type, and those of the headers `X-Project-Id` and `X-Security-Token` that are there.
 *
 * @returns A new request; the one given is neither changed nor read.
 * @throws {TypeError} When an argument is missing or wrong; the message says which, and how to mend it.
 */
export async function signRequest(
  request: Request,
  credentials: AccessKey,
  { date = new Date(), signedHeaders }: SignOptions = {},
): Promise<Request> {
  if (typeof request?.clone !== "function" || request.bodyUsed) {
    badArgument("signRequest", "request", "give a Request with an unread body");
  }
  checkAccessKey("signRequest", credentials);
  // A Date of another realm is no instance of this one's.
  if (Number.isNaN(date?.getTime?.() ?? NaN)) badArgument("signRequest", "date", "give a Date that exists");
  const signed = request.clone();
  const body = request.body && (await request.clone().arrayBuffer());
  await sign(signed, body, credentials, date, signedHeaders && ["host", ...signedHeaders].toSorted());
  return signed;
}
