import { badArgument } from "./bad-argument.ts";
import { checkCredentials } from "./check-credentials.ts";
import type { Credentials } from "./credentials.ts";
import { projectId as projectRule, regions } from "./generated/wire.ts";

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
export type MpcClientOptions = Target & {
  /** The project whose tasks are meant. It fills in `{project_id}` in every path. */
  projectId: string;
  /** A token, or an access key to sign with. */
  credentials: Credentials;
  /** Sends the requests. The global `fetch` when absent. */
  fetch?: (request: Request) => Promise<Response>;
};

/** Checks the options, which may come from where no compiler looked, and says where to send requests. */
export function readOptions(options: MpcClientOptions): { origin: string } {
  if (typeof options !== "object" || options === null) fail("options", "give an object");
  const { credentials, endpoint, projectId, region } = options;
  if (typeof projectId !== "string" || !projectRule.pattern.test(projectId)) {
    fail("projectId", `give ${projectRule.description}`);
  }
  checkCredentials("createMpcClient", credentials);
  if (options.fetch !== undefined && typeof options.fetch !== "function")
    fail("fetch", "give a function, or leave it out");
  if ((endpoint === undefined) === (region === undefined)) fail("region, endpoint", "give one of the two");
  if (region === undefined) return { origin: readOrigin(endpoint) };
  if (!Object.hasOwn(regions, region)) {
    fail("region", `"${region}" is none of ${Object.keys(regions).join(", ")}; give its endpoint instead`);
  }
  return { origin: regions[region] };
}

function readOrigin(endpoint: unknown): string {
  const url = URL.canParse(String(endpoint)) ? new URL(String(endpoint)) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    fail("endpoint", "give a URL such as https://mpc.cn-north-4.myhuaweicloud.com");
  }
  if (url.username || url.password || url.search || url.hash || url.pathname !== "/") {
    fail("endpoint", "give scheme, host and port, and nothing else");
  }
  return url.origin;
}

function fail(option: string, mend: string): never {
  badArgument("createMpcClient", option, mend);
}
