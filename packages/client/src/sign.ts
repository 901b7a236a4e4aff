/**
 * Signs a request with an access key, for programs that send it themselves.
 *
 * @packageDocumentation
 */
import { badArgument } from "./bad-argument.ts";
import { checkAccessKey } from "./check-credentials.ts";
import type { AccessKey } from "./credentials.ts";
import { type Stages, sign } from "./signature.ts";

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

/** The stages of a signature, to be held beside those of another signer. */
export interface SignatureStages {
  /** The request in the form that is signed, a part a line. */
  canonicalRequest: string;
  /** The scheme, the date, and the hash of the canonical request. */
  stringToSign: string;
  /** The string to sign under the secret key, in hexadecimal. */
  signature: string;
  /** All headers of the signed request, `Authorization` among them. */
  headers: Headers;
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
  options?: SignOptions,
): Promise<Request> {
  const [signed] = await signCopy("signRequest", request, credentials, options);
  return signed;
}

/**
 * Gives what {@link signRequest} comes by on its way, for whose signature is refused: the first stage that
 * differs from that of the other signer shows the mistake. The stages hold a security token, and no secret key.
 *
 * @throws {TypeError} When an argument is missing or wrong; the message says which, and how to mend it.
 */
export async function explainSignature(
  request: Request,
  credentials: AccessKey,
  options?: SignOptions,
): Promise<SignatureStages> {
  const [{ headers }, signature, stringToSign, canonicalRequest] = await signCopy(
    "explainSignature",
    request,
    credentials,
    options,
  );
  return { canonicalRequest, stringToSign, signature, headers };
}

/** Signs a copy of a request, and gives it with the stages of its signature. */
async function signCopy(
  caller: string,
  request: Request,
  credentials: AccessKey,
  { date = new Date(), signedHeaders }: SignOptions = {},
): Promise<[signed: Request, ...Stages]> {
  if (typeof request?.clone !== "function" || request.bodyUsed) {
    badArgument(caller, "request", "give a Request with an unread body");
  }
  checkAccessKey(caller, credentials);
  // A Date of another realm is no instance of this one's.
  if (Number.isNaN(date?.getTime?.() ?? NaN)) badArgument(caller, "date", "give a Date that exists");
  const signed = request.clone();
  // Where `body` is not known, as in Firefox, there may be one.
  const body = request.body === null ? null : await request.clone().arrayBuffer();
  const names = signedHeaders && ["host", ...signedHeaders].toSorted();
  return [signed, ...(await sign(signed, body, credentials, date, names))];
}
