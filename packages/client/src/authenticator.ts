import type { RequestParts } from "./build-request.ts";
import type { Credentials } from "./credentials.ts";
import type { AuthenticationError } from "./errors/authentication-error.ts";
import { dateTolerance, headers } from "./generated/wire.ts";
import { type Signable, sign } from "./signature.ts";

/** Authenticates the sendings of one call. */
export interface Authenticator {
  /** Puts a token or a signature into the headers of a request. Gives what no error may show of it. */
  authenticate: (
    request: Signable,
    body: RequestParts["init"]["body"],
    projectId: string,
  ) => Promise<string[]>;
  /** Whether the call can be sent with something else than what was rejected: another time, or other credentials. */
  recover: (error: AuthenticationError) => Promise<boolean>;
}

/** Makes the authenticators of a client, which share its credentials and its clock. */
export function createAuthenticators(
  getCredentials: (rejected?: Credentials) => Promise<Credentials>,
): () => Authenticator {
  /** How far the clock of the service is ahead of this one, in milliseconds. */
  let ahead = 0;
  return () => {
    let used: Credentials | undefined;
    let usedAt = 0;
    let corrected = false;
    let renewed = false;
    return {
      async authenticate(request, body, projectId) {
        used = undefined;
        used = await getCredentials();
        usedAt = Date.now() + ahead;
        if ("token" in used) {
          request.headers.set(headers.token, used.token);
          return [used.token];
        }
        request.headers.set(headers.project, projectId);
        const [signature] = await sign(request, body, used, new Date(usedAt));
        return [signature, used.secretKey, used.securityToken ?? signature];
      },
      async recover({ response }) {
        // It was not what was used that failed, but the asking for credentials.
        if (!used) return false;
        const date = Date.parse(response.headers.get("Date") ?? "");
        if (!corrected && Math.abs(date - usedAt) > dateTolerance * 1000) {
          ahead = date - Date.now();
          return (corrected = true);
        }
        if (renewed) return false;
        renewed = true;
        const rejected = JSON.stringify(used);
        return JSON.stringify(await getCredentials(used)) !== rejected;
      },
    };
  };
}
