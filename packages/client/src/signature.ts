// The stages of a signature, each on its own: canonical request, string to sign, signature.
import { headers, signatureScheme } from "./generated/wire.ts";

const encoder = new TextEncoder();

/** The headers that are signed when they are there, besides the host. */
const covered = ["content-type", headers.project, headers.date, headers.securityToken].map((name) =>
  name.toLowerCase(),
);

/**
 * The names in lower case and the values of the headers to sign, in the order of their names: those of
 * `names` that are there, and the host.
 */
export function canonicalHeaders(
  url: URL,
  fields: Headers,
  names: readonly string[] = covered,
): [string, string][] {
  const found = names.flatMap((name): [string, string][] => {
    const value = fields.get(name);
    return value === null ? [] : [[name, value.trim()]];
  });
  return [["host", url.host] as [string, string], ...found].toSorted(([a], [b]) => compare(a, b));
}

/** The request in the one form that both sides can build. */
export function canonicalRequest(
  method: string,
  url: URL,
  signed: [string, string][],
  bodyHash: string,
): string {
  return [
    method.toUpperCase(),
    canonicalPath(url.pathname),
    canonicalQuery(url.searchParams),
    ...signed.map(([name, value]) => `${name}:${value}`),
    "",
    signed.map(([name]) => name).join(";"),
    bodyHash,
  ].join("\n");
}

/**
 * Decoded, then every segment percent-encoded, with a slash at the end. A `%2F` is a slash like any other,
 * as in the vendor's SDKs.
 */
function canonicalPath(path: string): string {
  const encoded = decode(path).split("/").map(encode).join("/");
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

/** What is signed: the scheme, the date and the hash of the canonical request. */
export function stringToSign(date: string, canonicalHash: string): string {
  return `${signatureScheme}\n${date}\n${canonicalHash}`;
}

/** The HMAC-SHA256 of a text under the secret key, in hexadecimal. */
export async function signature(secretKey: string, text: string): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secretKey), algorithm, false, ["sign"]);
  return hex(await crypto.subtle.sign("HMAC", key, encoder.encode(text)));
}

/** The SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export async function sha256(data: ArrayBuffer | string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", typeof data === "string" ? encoder.encode(data) : data));
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Percent-encodes all but the unreserved characters of RFC 3986. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Percent-decodes; what is not percent-encoded UTF-8 stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Orders by UTF-16 code units, whatever the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
