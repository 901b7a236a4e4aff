import { hash } from "node:crypto";
import { explainSignature } from "@mpc-contract/client/sign";
import { date, key } from "./request.ts";

/** How many bytes a block of SHA-256 has, and how many its result. */
const block = 64;
const size = 32;

/**
 * Hashes what has to be hashed for the signature of a request, and nothing else: all around it is ready, as bytes, the
 * canonical request and the padded key among them. By plain hashes, of which three take less than `createHmac` alone.
 */
export async function prepareHashes(request: Request): Promise<() => string> {
  const { canonicalRequest, stringToSign } = await explainSignature(request, key, { date });
  const canonical = Buffer.from(canonicalRequest);
  // The string to sign ends with the hash of the canonical request.
  const inner = Buffer.concat([padded(0x36), Buffer.from(stringToSign)]);
  const hashed = inner.length - 2 * size;
  const outer = Buffer.concat([padded(0x5c), Buffer.alloc(size)]);
  return () => {
    inner.write(hash("sha256", canonical, "hex"), hashed, "latin1");
    outer.write(hash("sha256", inner, "binary"), block, "binary");
    return hash("sha256", outer, "hex");
  };
}

/** The secret key as the first block of a hash of its HMAC. */
function padded(by: number): Buffer {
  const bytes = Buffer.alloc(block);
  bytes.write(key.secretKey);
  return bytes.map((byte) => byte ^ by) as Buffer;
}
