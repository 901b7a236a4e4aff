// SHA-256 and HMAC where there is no node:crypto; digest-node.ts does the same there.
import type { AccessKey } from "./credentials.ts";

const encoder = new TextEncoder();

/** The SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export async function sha256(data: ArrayBuffer | string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", typeof data === "string" ? encoder.encode(data) : data));
}

/** Secret keys, imported: each for as long as there is the access key that it is part of. */
const imported = new WeakMap<object, [secretKey: string, key: CryptoKey]>();

/** The HMAC-SHA256 of a text under the secret key of an access key, in hexadecimal. */
export async function hmac(of: Pick<AccessKey, "secretKey">, text: string): Promise<string> {
  let entry = imported.get(of);
  // The access key is the caller's, who may have put another secret key into it.
  if (entry?.[0] !== of.secretKey) {
    const secret = encoder.encode(of.secretKey);
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    entry = [of.secretKey, await crypto.subtle.importKey("raw", secret, algorithm, false, ["sign"])];
    imported.set(of, entry);
  }
  return hex(await crypto.subtle.sign("HMAC", entry[1], encoder.encode(text)));
}

function hex(bytes: ArrayBuffer): string {
  let digits = "";
  for (const byte of new Uint8Array(bytes)) digits += (byte + 0x100).toString(16).slice(1);
  return digits;
}
