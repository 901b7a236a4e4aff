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
  fetch?: ((request: Request) => Promise<Response>) | undefined;
};

/** Checks the options, which may come from where no compiler looked, and says where to send requests. */
export function readOptions(options: MpcClientOptions): { origin: string } {
  if (typeof options !== "object" || options === null) fail("options", "give an object");
  const { credentials, endpoint, projectId, region } = options;
  checkProject("createMpcClient", "projectId", projectId);
  checkCredentials("createMpcClient", credentials);
  if (options.fetch !== undefined && typeof options.fetch !== "function")
    fail("fetch", "give a function, or leave it out");
  if ((endpoint === undefined) === (region === undefined)) fail("region, endpoint", "give one of the two");
  if (region === undefined) return { origin: readOrigin(endpoint) };
  if (typeof region !== "string" || !Object.hasOwn(regions, region)) {
    fail("region", `give one of ${Object.keys(regions).join(", ")}, or an endpoint instead`);
  }
  return { origin: regions[region] };
}

/** Refuses what is no project ID, and would lead a request to another path. */
export function checkProject(caller: string, option: string, project: unknown): void {
  if (typeof project === "string" && projectRule.pattern.test(project)) return;
  badArgument(caller, option, `give ${projectRule.description}`);
}

function readOrigin(endpoint: unknown): string {
  const url = typeof endpoint === "string" && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
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
