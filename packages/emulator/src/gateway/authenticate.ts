import { type Grant, type KnownAccessKey, type KnownToken } from "../credentials.ts";
import { dateTolerance, headers, signatureScheme } from "../generated/wire.ts";
import { headerOf, type WireRequest } from "../message.ts";
import { createLockout } from "./lockout.ts";
import type { Refusal } from "./refuse.ts";
import { hasSignature } from "./signature.ts";

/** Why credentials are refused. */
interface Rejection {
  refusal: Refusal;
  /** In words, for the journal: the answer itself says no more than the service would. */
  reason: string;
}

/** Says what is wrong with the credentials of a request to a project, if anything. */
export type Authenticate = (
  request: WireRequest,
  project: string,
  now: number,
) => Promise<Rejection | undefined>;

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

  function checkToken(token: string, project: string, now: number): Rejection | undefined {
    const known = byToken.get(token);
    if (!known) return { refusal: "not-authenticated", reason: `${headers.token}: the token is not known` };
    if (hasEnded(known, now))
      return { refusal: "not-authenticated", reason: `${headers.token}: the token has ended` };
    return opens(known, project) ? undefined : closed(project);
  }

  async function checkSignature(
    request: WireRequest,
    project: string,
    now: number,
  ): Promise<Rejection | undefined> {
    const reject = (reason: string): Rejection => ({ refusal: "not-signed", reason });
    const authorization = headerOf(request, "authorization");
    if (authorization === undefined) return reject(`there is neither ${headers.token} nor Authorization`);
    const [, access = "", names = "", signature = ""] = signedAuthorization.exec(authorization) ?? [];
    if (access === "")
      return reject(`Authorization: it is not "${signatureScheme} Access=…, SignedHeaders=…, Signature=…"`);
    const key = keys.get(access);
    if (!key) return reject("Authorization: the access key is not known");
    const locked = "Authorization: the access key is locked, after too many wrong signatures";
    if (lockout.isLocked(access, now)) return reject(locked);
    const wrong = await fault(request, key, names.split(";"), signature, now);
    const isLocked = lockout.isLocked(access, now);
    lockout.count(access, wrong === undefined, now);
    if (isLocked) return reject(locked);
    if (wrong !== undefined) return reject(wrong);
    if (hasEnded(key, now)) return reject("Authorization: the access key has ended");
    const named = headerOf(request, projectHeader);
    if (named === undefined) return reject(`${headers.project}: it is missing`);
    return named === project && opens(key, project) ? undefined : closed(project);
  }

  return {
    async authenticate(request, project, now) {
      const token = headerOf(request, tokenHeader);
      return token === undefined ? checkSignature(request, project, now) : checkToken(token, project, now);
    },
    reset: lockout.reset,
  };
}

/** Says what is wrong with a signature, if anything. */
async function fault(
  request: WireRequest,
  key: KnownAccessKey,
  names: readonly string[],
  signature: string,
  now: number,
): Promise<string | undefined> {
  const date = parseDate(headerOf(request, dateHeader) ?? "");
  if (!date) return `${headers.date}: it is not YYYYMMDDTHHMMSSZ`;
  if (Math.abs(date.getTime() - now) > dateTolerance * 1000) {
    return `${headers.date}: it is more than ${dateTolerance} seconds from the emulator's clock, ${new Date(now).toISOString()}`;
  }
  for (const name of ["host", dateHeader]) {
    if (!names.includes(name)) return `Authorization: ${name} is not signed`;
  }
  if (key.securityToken !== undefined) {
    if (headerOf(request, securityTokenHeader) !== key.securityToken)
      return `${headers.securityToken}: it is not that of the access key`;
    if (!names.includes(securityTokenHeader)) return `Authorization: ${securityTokenHeader} is not signed`;
  }
  const isRight = await hasSignature(request, key, date, names, signature);
  return isRight ? undefined : "Authorization: the signature is wrong";
}

function closed(project: string): Rejection {
  return { refusal: "other-project", reason: `the credentials do not open project ${project}` };
}

function hasEnded({ expires }: Grant, now: number): boolean {
  return expires !== undefined && Date.parse(expires) <= now;
}

function opens({ projects }: Grant, project: string): boolean {
  return projects === undefined || project === "" || projects.includes(project);
}

/** Reads `YYYYMMDDTHHMMSSZ`. */
function parseDate(text: string): Date | undefined {
  const iso = text.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const date = new Date(iso);
  return iso === text || Number.isNaN(date.getTime()) ? undefined : date;
}
