import { signRequest } from "@mpc-contract/client/sign";
import { emulatorCredentials, emulatorToken } from "./credentials.ts";
import { dateTolerance, headers, signatureScheme } from "./generated/wire.ts";
import type { Refusal } from "./refuse.ts";

const { accessKey, secretKey } = emulatorCredentials;
const signedAuthorization = new RegExp(
  `^${signatureScheme} Access=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$`,
);

/** Says what is wrong with the credentials of a request, if anything. */
export async function authenticate(request: Request, body: string, now: Date): Promise<Refusal | undefined> {
  const given = request.headers.get(headers.token);
  if (given !== null) return given === emulatorToken ? undefined : "not-authenticated";
  return (await isSigned(request, body, now)) ? undefined : "not-signed";
}

/** Signs the request once more, over the headers that the caller signed, and compares. */
async function isSigned(request: Request, body: string, now: Date): Promise<boolean> {
  const authorization = request.headers.get("authorization");
  const [, access, signed, signature] = signedAuthorization.exec(authorization ?? "") ?? [];
  const date = parseDate(request.headers.get(headers.date) ?? "");
  if (access !== accessKey || !signed || !signature || !date) return false;
  if (Math.abs(date.getTime() - now.getTime()) > dateTolerance * 1000) return false;
  const names = signed.split(";");
  if (!names.includes("host") || !names.includes(headers.date.toLowerCase())) return false;
  const copy = new Request(request.url, {
    method: request.method,
    headers: request.headers,
    ...(body === "" ? {} : { body }),
  });
  const signedHeaders = names.filter((name) => name !== "host");
  const again = await signRequest(copy, { accessKey, secretKey }, { date, signedHeaders });
  return again.headers.get("authorization")?.endsWith(`Signature=${signature}`) === true;
}

/** Reads `YYYYMMDDTHHMMSSZ`. */
function parseDate(text: string): Date | undefined {
  const iso = text.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const date = new Date(iso);
  return iso === text || Number.isNaN(date.getTime()) ? undefined : date;
}
