import type { AccessKey } from "./credentials.ts";
import { headers, signatureScheme } from "./generated/wire.ts";
import { canonicalHeaders, canonicalRequest, sha256, signature, stringToSign } from "./signature.ts";

export type { AccessKey } from "./credentials.ts";

/** How to sign. */
export interface SignOptions {
  /** When the request is signed; now, when absent. The service accepts it within 15 minutes of its clock. */
  date?: Date;
}

/**
 * Signs a request with an access key. The signature covers method, path, query, body, the host, the date,
 * the content type, and those of the headers `X-Project-Id` and `X-Security-Token` that are there.
 *
 * @returns A new request; the one given is neither changed nor read.
 */
export async function signRequest(
  request: Request,
  credentials: AccessKey,
  options: SignOptions = {},
): Promise<Request> {
  const signed = request.clone();
  const body = request.body === null ? new ArrayBuffer(0) : await request.clone().arrayBuffer();
  const date = sdkDate(options.date ?? new Date());
  signed.headers.set(headers.date, date);
  if (credentials.securityToken) signed.headers.set(headers.securityToken, credentials.securityToken);

  const url = new URL(signed.url);
  const covered = canonicalHeaders(url, signed.headers);
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
