import { badArgument } from "./bad-argument.ts";
import { checkTimeout } from "./check-timeout.ts";
import { checkCredentials } from "./check-credentials.ts";
import type { Credentials, CredentialsProvider } from "./credentials.ts";
import { projectId as projectRule, regions } from "./generated/wire.ts";
import type { Hooks } from "./hooks.ts";
import type { RateLimiter } from "./rate-limiter.ts";

/** A region whose endpoint the contract knows. */
export type Region = keyof typeof regions;

/** Where to send requests: to a region, or to an endpoint of any kind. */
type Target =
  | {
      /** A region whose endpoint is known. */
      region: Region;
      endpoint?: never;
    }
  | {
      /** An origin, such as `https://mpc.cn-north-5.myhuaweicloud.com` or `http://127.0.0.1:4010`. */
      endpoint: string;
      region?: never;
    };

/** What a client is made with. */
export type MpcClientOptions = Target &
  Hooks & {
    /** The project whose tasks are meant. It fills in `{project_id}` in every path. */
    projectId: string;
    /** A token, an access key to sign with, or a function that gives either. */
    credentials: Credentials | CredentialsProvider;
    /** Sends the requests. The global `fetch` when absent. */
    fetch?: ((request: Request) => Promise<Response>) | undefined;
    /** How long a call may take with all its retries, in milliseconds; 60,000 when absent. */
    timeout?: number | undefined;
    /** How long one sending may take, to the last byte of the response, in milliseconds; 20,000 when absent. */
    attemptTimeout?: number | undefined;
    /** How often a call is made again at most, where that is safe; 3 when absent. */
    maxRetries?: number | undefined;
    /** Holds calls back to stay below the limit of the tenant; `createRateLimiter` makes one. */
    rateLimiter?: RateLimiter | undefined;
  };

/** Checks the options, which may come from where no compiler looked, and fills in what they lack. */
export function readOptions(options: MpcClientOptions) {
  if (typeof options !== "object" || options === null) fail("options", "give an object");
  const { endpoint, region, ...rest } = options;
  checkProject("createMpcClient", "projectId", rest.projectId);
  if (typeof rest.credentials !== "function") checkCredentials("createMpcClient", rest.credentials);
  for (const name of ["fetch", "rateLimiter", "onRequest", "onResponse", "onRetry"] as const) {
    if (rest[name] !== undefined && typeof rest[name] !== "function")
      fail(name, "give a function, or leave it out");
  }
  const { attemptTimeout = 20_000, maxRetries = 3, timeout = 60_000 } = rest;
  checkTimeout("createMpcClient", "timeout", timeout);
  checkTimeout("createMpcClient", "attemptTimeout", attemptTimeout);
  if (!(maxRetries >= 0)) fail("maxRetries", "give 0 or more");
  return { ...rest, timeout, attemptTimeout, maxRetries, origin: readTarget(endpoint, region) };
}

/** Refuses what is no project ID, and would lead a request to another path. */
export function checkProject(caller: string, option: string, project: unknown): void {
  if (typeof project === "string" && projectRule.pattern.test(project)) return;
  badArgument(caller, option, `give ${projectRule.description}`);
}

function readTarget(endpoint: unknown, region: unknown): string {
  if ((endpoint === undefined) === (region === undefined)) fail("region, endpoint", "give one of the two");
  if (region === undefined) return readOrigin(endpoint);
  if (typeof region === "string" && Object.hasOwn(regions, region)) return regions[region as Region];
  return fail("region", `give one of ${Object.keys(regions).join(", ")}, or an endpoint instead`);
}

function readOrigin(endpoint: unknown): string {
  const url = typeof endpoint === "string" && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    fail("endpoint", "give a URL such as https://mpc.cn-north-4.myhuaweicloud.com");
  }
  if (url.href !== `${url.origin}/`) {
    fail("endpoint", "give scheme, host and port, and nothing else");
  }
  return url.origin;
}

function fail(option: string, mend: string): never {
  badArgument("createMpcClient", option, mend);
}
