import createClient from "openapi-fetch";
import { createAuthenticators } from "./authenticator.ts";
import { checkCredentials } from "./check-credentials.ts";
import { cacheCredentials } from "./credentials-cache.ts";
import { createEncryptions } from "./create-encryptions.ts";
import type { MpcClient, ProjectPaths } from "./mpc-client.ts";
import { checkProject, type MpcClientOptions, readOptions } from "./options.ts";
import { receive, type Received, toResponse } from "./receive.ts";
import { type CallOptions, createTransport } from "./transport.ts";

/** What the methods of openapi-fetch take, as far as the client adds to it. */
interface Init {
  baseUrl?: string;
  parseAs?: "stream";
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  params?: { path?: { project_id?: string }; query?: object | undefined };
  body?: object | undefined;
}

type Method = "GET" | "POST" | "DELETE";
type Send = (path: string, init: Init) => Promise<{ response: Response; error?: unknown }>;

/** Makes one request of the path that all operations share. Rejects when the answer is no success. */
export type Call = (
  method: Method,
  request: { query?: object; body?: object },
  options: CallOptions | undefined,
  /** What the request carries that no error may show. */
  secrets?: readonly string[],
) => Promise<Received>;

const path = "/v1/{project_id}/encryptions" satisfies keyof ProjectPaths;

/**
 * Makes a client. Nothing is sent before it is asked for something.
 *
 * @throws {TypeError} When an option is missing or wrong; the message says which, and how to mend it.
 */
export function createMpcClient(options: MpcClientOptions): MpcClient {
  const { credentials, origin, projectId, ...rest } = readOptions(options);
  const getCredentials = cacheCredentials(async (rejected) => {
    const given = typeof credentials === "function" ? await credentials(rejected) : credentials;
    checkCredentials("createMpcClient", given);
    return given;
  });
  const transport = createTransport(rest, createAuthenticators(getCredentials));
  const client = createClient<ProjectPaths>();
  let hasMiddleware = false;

  /** Sends what openapi-fetch and the middleware have made. Credentials stay at the endpoint. */
  const send: typeof transport = async (request, call) => {
    if (new URL(request.url).origin === origin) return transport(request, call);
    throw new TypeError(`MpcClient: a request that goes elsewhere than ${origin} is not sent`);
  };

  const raw = (method: Method) => async (path: string, init?: Init | null) => {
    const project_id = init?.params?.path?.project_id ?? projectId;
    checkProject("MpcClient", "params.path.project_id", project_id);
    return (client[method] as Send)(path, {
      ...init,
      baseUrl: origin,
      params: { ...init?.params, path: { ...init?.params?.path, project_id } },
      fetch: async (request) => {
        const received = await send(request, { projectId: project_id, fetch: init?.fetch });
        if (received.response.ok && received.error) throw received.error;
        return toResponse(received);
      },
    });
  };

  const call: Call = async (method, { body, query }, options, secrets = []) => {
    let received: Received | undefined;
    let returned: Response | undefined;
    const { error, response } = await (client[method] as Send)(path, {
      baseUrl: origin,
      params: { path: { project_id: projectId }, query },
      body,
      // What was read once is not read again.
      parseAs: "stream",
      fetch: async (request) => {
        received = await send(request, { ...options, projectId, secrets });
        const mayBeRead = hasMiddleware || received.error;
        return (returned = mayBeRead ? toResponse(received) : received.response);
      },
    });
    if (!received || response !== returned) {
      // Middleware answered in its place.
      const text = response.ok ? await response.text() : JSON.stringify(error ?? "");
      received = receive(response, text, secrets);
    }
    if (received.error) throw received.error;
    return received;
  };

  return {
    encryptions: createEncryptions(call),
    GET: raw("GET") as MpcClient["GET"],
    POST: raw("POST") as MpcClient["POST"],
    DELETE: raw("DELETE") as MpcClient["DELETE"],
    use(...middleware) {
      hasMiddleware = true;
      client.use(...middleware);
    },
    eject: (...middleware) => {
      client.eject(...middleware);
    },
  };
}
