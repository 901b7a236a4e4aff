import createClient from "openapi-fetch";
import type { Credentials } from "./credentials.ts";
import { headers } from "./generated/wire.ts";
import type { MpcClient, ProjectPaths } from "./mpc-client.ts";
import { checkProject, type MpcClientOptions, readOptions } from "./options.ts";
import { signRequest } from "./sign.ts";

/** What the methods of openapi-fetch take, as far as the client adds to it. */
interface Init {
  baseUrl?: string;
  fetch?: (request: Request) => Promise<Response>;
  params?: { path?: { project_id?: string }; header?: object };
}

type Send = (path: string, init: Init) => Promise<unknown>;

/**
 * Makes a client.
 *
 * @throws {TypeError} When an option is missing or wrong; the message says which, and how to mend it.
 */
export function createMpcClient(options: MpcClientOptions): MpcClient {
  const { origin } = readOptions(options);
  const client = createClient<ProjectPaths>({});
  const complete = (send: Send) => async (path: string, init?: Init | null) =>
    send(path, completeInit(options, origin, init ?? {}));
  return {
    GET: complete(client.GET as Send) as MpcClient["GET"],
    POST: complete(client.POST as Send) as MpcClient["POST"],
    DELETE: complete(client.DELETE as Send) as MpcClient["DELETE"],
    use: (...middleware) => client.use(...middleware),
    eject: (...middleware) => client.eject(...middleware),
  };
}

/**
 * Adds the project, where the call names none, and the credentials. These come last of all, so that a
 * signature holds for what middleware has changed.
 */
function completeInit(
  { credentials, projectId, ...options }: MpcClientOptions,
  origin: string,
  init: Init,
): Init {
  const project_id = init.params?.path?.project_id ?? projectId;
  checkProject("MpcClient", "params.path.project_id", project_id);
  const fetch = init.fetch ?? options.fetch ?? globalThis.fetch;
  return {
    ...init,
    // Credentials stay at the endpoint: no call names another.
    baseUrl: origin,
    fetch: async (request) => {
      if (new URL(request.url).origin !== origin) {
        throw new TypeError(`MpcClient: a request that goes elsewhere than ${origin} is not sent`);
      }
      // A copy, which cannot follow a redirect even if middleware made the request: whoever logs that one
      // must not find the token there.
      const copy = new Request(request.clone(), { redirect: "manual" });
      return fetch(await authenticate(copy, credentials, project_id));
    },
    params: { ...init.params, path: { ...init.params?.path, project_id } },
  };
}

/** Puts a token into a request, or signs it. */
async function authenticate(request: Request, credentials: Credentials, projectId: string): Promise<Request> {
  if ("token" in credentials) {
    request.headers.set(headers.token, credentials.token);
    return request;
  }
  request.headers.set(headers.project, projectId);
  return signRequest(request, credentials);
}
