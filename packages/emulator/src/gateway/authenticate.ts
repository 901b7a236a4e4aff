import { type Grant, type KnownAccessKey, type KnownToken } from "../credentials.ts";
import { dateTolerance, headers, signatureScheme } from "../generated/wire.ts";
import { headerOf, type WireRequest } from "../message.ts";
import { createLockout } from "./lockout.ts";
import type { Refusal } from "./refuse.ts";
import { hasSignature } from "./signature.ts";

/** Says what is wrong with the credentials of a request to a project, if anything. */
export type Authenticate = (
  request: WireRequest,
  project: string,
  now: number,
) => Promise<Refusal | undefined>;

const [tokenHeader, dateHeader, projectHeader, securityTokenHeader] = [
  headers.token,
  headers.date,
  headers.project,
  headers.securityToken,
].map((name) => name.toLowerCase()) as [string, string, string, string];

const signedAuthorization = new RegExp(
  `^${signatureScheme} Access=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$`,
);

/** Takes these access keys and tokens, and no others. */
export function createAuthentication(
  accessKeys: readonly KnownAccessKey[],
  tokens: readonly KnownToken[],
): { authenticate: Authenticate; reset: () => void } {
  const keys = new Map(accessKeys.map((key) => [key.accessKey, key]));
  const byToken = new Map(tokens.map((known) => [known.token, known]));
  const lockout = createLockout();

  async function authenticate(
    request: WireRequest,
    project: string,
    now: number,
  ): Promise<Refusal | undefined> {
    const given = headerOf(request, tokenHeader);
    if (given !== undefined) {
      const known = byToken.get(given);
      if (!known || hasEnded(known, now)) return "not-authenticated";
      return opens(known, project) ? undefined : "other-project";
    }
    const [, access = "", names = "", signature = ""] =
      signedAuthorization.exec(headerOf(request, "authorization") ?? "") ?? [];
    const key = keys.get(access);
    if (!key || lockout.isLocked(access, now)) return "not-signed";
    const isRight = await isSigned(request, key, names.split(";"), signature, now);
    lockout.count(access, isRight, now);
    if (!isRight || hasEnded(key, now)) return "not-signed";
    const named = headerOf(request, projectHeader);
    if (named === undefined) return "not-signed";
    return named === project && opens(key, project) ? undefined : "other-project";
  }

  return { authenticate, reset: lockout.reset };
}

async function isSigned(
  request: WireRequest,
  key: KnownAccessKey,
  names: readonly string[],
  signature: string,
  now: number,
): Promise<boolean> {
  const date = parseDate(headerOf(request, dateHeader) ?? "");
  if (!date || Math.abs(date.getTime() - now) > dateTolerance * 1000) return false;
  if (!names.includes("host") || !names.includes(dateHeader)) return false;
  if (key.securityToken !== undefined) {
    if (headerOf(request, securityTokenHeader) !== key.securityToken) return false;
    if (!names.includes(securityTokenHeader)) return false;
  }
  return hasSignature(request, key, date, names, signature);
}

function hasEnded({ expires }: Grant, now: number): boolean {
  return expires !== undefined && Date.parse(expires) <= now;
}

function opens({ projects }: Grant, project: string): boolean {
  return projects === undefined || projects.includes(project);
}

/** Reads `YYYYMMDDTHHMMSSZ`. */
function parseDate(text: string): Date | undefined {
  const iso = text.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const date = new Date(iso);
  return iso === text || Number.isNaN(date.getTime()) ? undefined : date;
}
