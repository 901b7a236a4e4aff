// SHA-256 and HMAC where there is node:crypto; digest-web.ts does the same elsewhere.
import { createHmac, hash } from "node:crypto";

/** Here at once, elsewhere later: whoever asks must await it. */
type Digest = string | Promise<string>;

/** The SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export function sha256(data: ArrayBuffer | string): Digest {
  return hash("sha256", typeof data === "string" ? data : new Uint8Array(data), "hex");
}

/** The HMAC-SHA256 of a text, in hexadecimal. */
export function hmac(key: string, text: string): Digest {
  return createHmac("sha256", key).update(text).digest("hex");
}
