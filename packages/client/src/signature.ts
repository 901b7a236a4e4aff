// The stages of a signature, each on its own: canonical request, string to sign, signature.
import { hmac, sha256 } from "#digest";
import type { AccessKey } from "./credentials.ts";
import { headers, signatureScheme } from "./generated/wire.ts";

/** The headers that are signed when they are there, and the host. */
const usual = ["content-type", headers.date, headers.project, headers.securityToken, "host"]
  .map((name) => name.toLowerCase())
  .toSorted();

let hashOfNothing: string | undefined;

/**
 * Signs a request in its headers: date, security token and authorization.
 *
 * @param body What the request carries, read.
 * @param names The headers to cover, in lower case and in order; those of them that are there are signed.
 * @returns The signature.
 */
export async function sign(
  request: Request,
  body: ArrayBuffer | string | null,
  { accessKey, secretKey, securityToken }: AccessKey,
  signedAt: Date,
  names: readonly string[] = usual,
): Promise<string> {
  const { headers: fields, method } = request;
  const date = signedAt.toISOString().replace(/\.\d+|\W/g, "");
  fields.set(headers.date, date);
  if (securityToken) fields.set(headers.securityToken, securityToken);
  const bodyHash = body ? await sha256(body) : (hashOfNothing ??= await sha256(""));
  const url = new URL(request.url);
  let signed = "";
  let lines = "";
  for (const name of names) {
    const value = name === "host" ? url.host : fields.get(name);
    if (value === null) continue;
    signed += `${signed && ";"}${name}`;
    lines += `${name}:${value}\n`;
  }
  const canonical = canonicalRequest(method, url, lines, signed, bodyHash);
  const signature = await hmac(secretKey, stringToSign(date, await sha256(canonical)));
  fields.set(
    "Authorization",
    `${signatureScheme} Access=${accessKey}, SignedHeaders=${signed}, Signature=${signature}`,
  );
  return signature;
}

/** The request in the one form that both sides can build. */
export function canonicalRequest(
  method: string,
  url: URL,
  lines: string,
  signed: string,
  bodyHash: string,
): string {
  return `${method}\n${canonicalPath(url.pathname)}\n${canonicalQuery(url.searchParams)}\n${lines}\n${signed}\n${bodyHash}`;
}

/** What is signed: the scheme, the date and the hash of the canonical request. */
export function stringToSign(date: string, canonicalHash: string): string {
  return `${signatureScheme}\n${date}\n${canonicalHash}`;
}

/**
 * The path with all but the unreserved characters percent-encoded, and with a slash at the end. A `%2F` is a
 * slash like any other, as in the vendor's SDKs; an escape that is no UTF-8 stays.
 */
function canonicalPath(path: string): string {
  const encoded = path.replace(/%[\da-f]{2}|[^\w.~/-]/gi, (found) => {
    const code = found[1] ? Number.parseInt(found.slice(1), 16) : found.charCodeAt(0);
    const character = String.fromCharCode(code);
    return /[\w.~/-]/.test(character) ? character : escape(code);
  });
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

/**
 * The parameters sorted by key, and those of one key by value. A `+` is a space: `URLSearchParams` writes a
 * space so, and the vendor's SDKs read it so.
 */
function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .toSorted(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .join("&");
}

/** Percent-encodes all but the unreserved characters of RFC 3986. */
function encode(text: string): string {
  // Most need no encoding, and to see that is cheaper.
  if (/^[\w.~-]*$/.test(text)) return text;
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => escape(character.charCodeAt(0)));
}

function escape(code: number): string {
  return `%${code.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** Orders by UTF-16 code units, whatever the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
