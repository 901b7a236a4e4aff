// SHA-256 and HMAC where there is no node:crypto; digest-node.ts does the same there.
const encoder = new TextEncoder();

/** The SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export async function sha256(data: ArrayBuffer | string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", typeof data === "string" ? encoder.encode(data) : data));
}

/** The HMAC-SHA256 of a text, in hexadecimal. */
export async function hmac(key: string, text: string): Promise<string> {
  const imported = await crypto.subtle.importKey(
    "raw",
    encoder.encode(key),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return hex(await crypto.subtle.sign("HMAC", imported, encoder.encode(text)));
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
