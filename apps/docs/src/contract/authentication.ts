import { bundle, type Json, type SecurityScheme } from "./bundle.ts";

/** A line of the canonical request, as the contract names and describes it. */
export interface CanonicalPart {
  name: string;
  words: string;
}

const { AkSk, ProjectHeader, SdkDate, SecurityToken, Token } = bundle.components.securitySchemes;

/** The parts of the canonical request, in their order: the contract lists them, a line each. */
export const canonicalParts: CanonicalPart[] = [
  ...(AkSk?.description ?? "").matchAll(/^ {4}([A-Z]+)(?: {2,}(.+))?$/gm),
].map(([, name = "", words = ""]) => ({ name, words }));

/** The headers that carry credentials. */
export const headers = {
  token: nameOf(Token),
  project: nameOf(ProjectHeader),
  date: nameOf(SdkDate),
  securityToken: nameOf(SecurityToken),
};

/** Who gives out tokens, in which header, and for how many seconds. */
export const issuer = extension<{ url: string; header: string; seconds: number }>(Token, "x-issuer");

/** How many wrong signatures in a row lock an access key, and for how many seconds. */
export const lockout = extension<{ failures: number; seconds: number }>(AkSk, "x-lockout");

/** How far the date of a signature may be from the clock of the service, in seconds. */
export const tolerance = extension<number>(SdkDate, "x-tolerance");

/** The environment variables that hold an access key. */
export const environment = extension<Record<"accessKey" | "secretKey" | "securityToken", string>>(
  AkSk,
  "x-environment",
);

function nameOf(scheme: SecurityScheme | undefined): string {
  if (scheme?.name === undefined) throw new Error("A security scheme of the contract has no header");
  return scheme.name;
}

function extension<T extends Json>(scheme: SecurityScheme | undefined, name: string): T {
  const value = (scheme as unknown as Record<string, T> | undefined)?.[name];
  if (value === undefined) throw new Error(`No security scheme of the contract says ${name}`);
  return value;
}
