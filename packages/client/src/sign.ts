import { badArgument } from "./bad-argument.ts";
import { checkAccessKey } from "./check-credentials.ts";
import type { AccessKey } from "./credentials.ts";
import { headers, signatureScheme } from "./generated/wire.ts";
import { canonicalHeaders, canonicalRequest, sha256, signature, stringToSign } from "./signature.ts";

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
  options: SignOptions = {},
): Promise<Request> {
  if (typeof request?.clone !== "function" || request.bodyUsed) {
    badArgument("signRequest", "request", "give a Request whose body is not read yet");
  }
  checkAccessKey("signRequest", credentials);
  const signedAt = options?.date ?? new Date();
  if (!(signedAt instanceof Date) || Number.isNaN(signedAt.getTime()))
    badArgument("signRequest", "date", "give a Date that exists");
  const signed = request.clone();
  const body = request.body === null ? new ArrayBuffer(0) : await request.clone().arrayBuffer();
  const date = sdkDate(signedAt);
  signed.headers.set(headers.date, date);
  if (credentials.securityToken) signed.headers.set(headers.securityToken, credentials.securityToken);

  const url = new URL(signed.url);
  const covered = canonicalHeaders(url, signed.headers, options.signedHeaders);
  const canonical = canonicalRequest(signed.method, url, covered, await sha256(body));
  const hex = await signature(credentials.secretKey, stringToSign(date, await sha256(canonical)));
  const names = covered.map(([name]) => name).join(";");
  signed.headers.set(
    "Authorization",
    `${signatureScheme} Access=${credentials.accessKey}, SignedHeaders=${names}, Signature=${hex}`,
  );
  return signed;
}

/** A time as `YYYYMMDDTHHMMSSZ`. */
function sdkDate(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, "");
}
