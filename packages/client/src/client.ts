import type { Middleware } from "openapi-fetch";
import { createAuthenticators } from "./authenticator.ts";
import { buildRequest, type Init, type Query } from "./build-request.ts";
import { checkCredentials } from "./check-credentials.ts";
import { createEncryptions } from "./create-encryptions.ts";
import { cacheCredentials } from "./credentials-cache.ts";
import { type About, sendThrough } from "./middleware.ts";
import type { MpcClient, ProjectPaths } from "./mpc-client.ts";
import { checkProject, type MpcClientOptions, readOptions } from "./options.ts";
import { receive, type Received, toResponse } from "./receive.ts";
import { type CallOptions, createTransport } from "./transport.ts";

/** What a raw call has beside what goes over the wire. */
interface RawInit extends Init {
  parseAs?: "json" | "text" | "blob" | "arrayBuffer" | "stream";
  fetch?: (request: Request) => Promise<Response>;
  middleware?: readonly Middleware[];
}

/** Makes one request of the path that all operations share. Rejects when the answer is no success. */
export type Call = (
  method: string,
  request: { params?: { query: Query }; body?: object },
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
  const shared: Middleware[] = [];

  async function exchange(
    method: string,
    schemaPath: string,
    { fetch, middleware: own = [], parseAs = "json", ...init }: RawInit,
    options?: CallOptions,
    secrets: readonly string[] = [],
  ): Promise<Received> {
    const project_id = init.params?.path?.project_id ?? projectId;
    checkProject("MpcClient", "params.path.project_id", project_id);
    const parts = buildRequest(method, origin + schemaPath.replace("{project_id}", project_id), init);
    const call = { ...options, fetch, projectId: project_id, secrets };
    const middleware = [...shared, ...own];
    if (!middleware.length) return transport(parts, call);

    let received: Received | undefined;
    let returned: Response | undefined;
    const about: About = {
      schemaPath,
      params: { ...init.params },
      id: Math.random().toString(36).slice(2),
      options: { baseUrl: origin, parseAs } as About["options"],
    };
    const request = new Request(parts.input, parts.init);
    const response = await sendThrough(middleware, request, about, async (request) => {
      // Credentials stay at the endpoint.
      if (new URL(request.url).origin !== origin) {
        throw new TypeError(`MpcClient: a request that goes elsewhere than ${origin} is not sent`);
      }
      const body = await request.clone().arrayBuffer();
      const { method, signal } = request;
      received = await transport({ input: request, init: { method, signal, body } }, call);
      return (returned = toResponse(received));
    });
    // Unless middleware answered in its place.
    if (received && response === returned) return received;
    return receive(response, await response.text(), secrets);
  }

  const raw = (method: string) => async (schemaPath: string, init?: RawInit | null) => {
    const received = await exchange(method, schemaPath, init ?? {});
    const { body, error, text } = received;
    const response = toResponse(received);
    if (!response.ok) return { error: body ?? (text || undefined), response };
    if (error) throw error;
    const { parseAs = "json" } = init ?? {};
    const data = parseAs === "json" ? body : parseAs === "stream" ? response.body : await response[parseAs]();
    return { data, response: toResponse(received) };
  };

  return {
    encryptions: createEncryptions(async (method, init, options, secrets) => {
      const received = await exchange(method, path, init, options, secrets);
      if (received.error) throw received.error;
      return received;
    }),
    GET: raw("GET") as MpcClient["GET"],
    POST: raw("POST") as MpcClient["POST"],
    DELETE: raw("DELETE") as MpcClient["DELETE"],
    use(...middleware) {
      shared.push(...middleware);
    },
    eject(...middleware) {
      for (const one of middleware) shared.splice(shared.indexOf(one) >>> 0, 1);
    },
  };
}
