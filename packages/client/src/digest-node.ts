// SHA-256 and HMAC where there is node:crypto; digest-web.ts does the same elsewhere.
import { hash } from "node:crypto";
import type { AccessKey } from "./credentials.ts";

/** Here at once, elsewhere later: whoever asks must await it. */
type Digest = string | Promise<string>;

/** How many bytes a block of SHA-256 has, and how many its result. */
const block = 64;
const size = 32;

/** The SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export function sha256(data: ArrayBuffer | string): Digest {
  return hash("sha256", typeof data === "string" ? data : new Uint8Array(data), "hex");
}

/**
 * The HMAC-SHA256 of a text under the secret key of an access key, in hexadecimal: RFC 2104 by two plain hashes.
 * `createHmac` makes a native object each time, which with its garbage costs more than all else of a signature.
 */
export function hmac({ secretKey }: Pick<AccessKey, "secretKey">, text: string): Digest {
  let bytes = Buffer.from(secretKey);
  if (bytes.length > block) bytes = hash("sha256", bytes, "buffer");
  const message = Buffer.from(text);
  const inner = Buffer.allocUnsafe(block + message.length);
  const outer = Buffer.allocUnsafe(block + size);
  for (let i = 0; i < block; i++) {
    const byte = bytes[i] ?? 0;
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  inner.set(message, block);
  outer.write(hash("sha256", inner, "binary"), block, "binary");
  return hash("sha256", outer, "hex");
}
