// The stages of a signature: canonical request, string to sign, signature.
import { hmac, sha256 } from "#digest";
import type { AccessKey } from "./credentials.ts";
import { dateHeader, securityTokenHeader, signatureScheme, signedHeaders } from "./generated/wire.ts";

/** The hash of no body, which most requests have. */
let emptyHash: ReturnType<typeof sha256> | undefined;

/** What of a request is signed, and carries the signature. */
export type Signable = Pick<Request, "method" | "url" | "headers">;

/** The stages of a signature, the last one first. */
export type Stages = [signature: string, stringToSign: string, canonicalRequest: string];

/**
 * Signs a request in its headers: date, security token and authorization.
 *
 * @param body What the request carries, read.
 * @param names The headers to cover, in lower case and in order; those of them that are there are signed.
 */
export async function sign(
  request: Signable,
  body: ArrayBuffer | string | null,
  credentials: AccessKey,
  signedAt: Date,
  names: readonly string[] = signedHeaders,
): Promise<Stages> {
  const { headers: fields, method } = request;
  const { accessKey, securityToken } = credentials;
  const date = signedAt.toISOString().replace(/\.\d+|\W/g, "");
  fields.set(dateHeader, date);
  if (securityToken) fields.set(securityTokenHeader, securityToken);
  const url = new URL(request.url);
  let signed = "";
  let lines = "";
  for (const name of names) {
    const value = name === "host" ? url.host : fields.get(name);
    if (value === null) continue;
    signed += `${signed && ";"}${name}`;
    lines += `${name}:${value}\n`;
  }
  const bodyHash = await (body ? sha256(body) : (emptyHash ??= sha256("")));
  const canonical = [
    method,
    canonicalPath(url.pathname),
    canonicalQuery(url.searchParams),
    lines,
    signed,
    bodyHash,
  ].join("\n");
  const toSign = `${signatureScheme}\n${date}\n${await sha256(canonical)}`;
  const signature = await hmac(credentials, toSign);
  fields.set(
    "Authorization",
    `${signatureScheme} Access=${accessKey}, SignedHeaders=${signed}, Signature=${signature}`,
  );
  return [signature, toSign, canonical];
}

/** The path with a slash at its end. A `%2F` is a slash like any other, as in the vendor's SDKs. */
function canonicalPath(path: string): string {
  const normal = normalize(path.replace(/%2f/gi, "/"));
  return normal.endsWith("/") ? normal : `${normal}/`;
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

/** Percent-encodes a key or a value. Most are plain: to look first is faster. */
function encode(text: string): string {
  return /[^\w.~-]/.test(text) ? normalize(encodeURIComponent(text)) : text;
}

/** Percent-encodes all but the slash and what RFC 3986 reserves for nothing, and decodes that. */
function normalize(text: string): string {
  return text.replace(/%[\da-f]{2}|[^\w.~/-]/gi, (found) => {
    const code = found[1] ? Number.parseInt(found.slice(1), 16) : found.charCodeAt(0);
    const character = String.fromCharCode(code);
    if (/[\w.~-]/.test(character)) return character;
    return `%${code.toString(16).toUpperCase().padStart(2, "0")}`;
  });
}

/** Orders by UTF-16 code units, whatever the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
