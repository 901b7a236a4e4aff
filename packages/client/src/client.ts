import createClient from "openapi-fetch";
import type { Credentials } from "./credentials.ts";
import { headers } from "./generated/wire.ts";
import type { MpcClient, ProjectPaths } from "./mpc-client.ts";
import { checkProject, type MpcClientOptions, readOptions } from "./options.ts";
import { signRequest } from "./sign.ts";

/** What the methods of openapi-fetch take, as far as the client adds to it. */
interface Init {
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
  const client = createClient<ProjectPaths>({
    baseUrl: origin,
    // Credentials must not follow a redirect to another place.
    redirect: "manual",
  });
  const complete = (send: Send) => async (path: string, init?: Init | null) =>
    send(path, completeInit(options, init ?? {}));
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
function completeInit({ credentials, projectId, ...options }: MpcClientOptions, init: Init): Init {
  const project_id = init.params?.path?.project_id ?? projectId;
  checkProject("MpcClient", "params.path.project_id", project_id);
  const fetch = init.fetch ?? options.fetch ?? globalThis.fetch;
  return {
    ...init,
    fetch: async (request) => fetch(await authenticate(request, credentials, project_id)),
    params: { ...init.params, path: { ...init.params?.path, project_id } },
  };
}

/** Puts a token into a request, or signs it. */
async function authenticate(request: Request, credentials: Credentials, projectId: string): Promise<Request> {
  if ("token" in credentials) {
    // A copy: middleware that logs the request after it was sent must not find the token there.
    const copy = request.clone();
    copy.headers.set(headers.token, credentials.token);
    return copy;
  }
  request.headers.set(headers.project, projectId);
  return signRequest(request, credentials);
}
