import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { Credentials } from "./credentials.ts";
import type { paths } from "./generated/contract.ts";
import { headers } from "./generated/wire.ts";
import { type MpcClientOptions, readOptions } from "./options.ts";
import { signRequest } from "./sign.ts";

/** The parameters of an operation, with the project left to the client unless it is given. */
type FilledIn<Parameters> = Parameters extends { path: { project_id: infer Id } }
  ? Omit<Parameters, "path"> & { path?: { project_id?: Id } & Omit<Parameters["path"], "project_id"> }
  : Parameters;

/** The paths of the contract, with `project_id` optional. */
type PathsOfProject = {
  [Path in keyof paths]: {
    [Key in keyof paths[Path]]: paths[Path][Key] extends { parameters: infer Parameters }
      ? Omit<paths[Path][Key], "parameters"> & { parameters: FilledIn<Parameters> }
      : Key extends "parameters"
        ? FilledIn<paths[Path][Key]>
        : paths[Path][Key];
  };
};

/**
 * A client for one project: an `openapi-fetch` client whose paths, parameters and answers are typed by the
 * contract, as they are on the wire.
 */
export type MpcClient = Client<PathsOfProject>;

const methods = ["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/**
 * Makes a client.
 *
 * @throws {TypeError} When an option is missing or wrong; the message says which, and how to mend it.
 */
export function createMpcClient(options: MpcClientOptions): MpcClient {
  const { origin } = readOptions(options);
  const { credentials, fetch, projectId } = options;
  const client = createClient<PathsOfProject>({
    baseUrl: origin,
    // Credentials must not follow a redirect to another place.
    redirect: "manual",
    ...(fetch ? { fetch } : {}),
  });
  for (const method of methods) client[method] = fillIn(client[method], projectId);
  client.use(authentication(credentials, projectId));
  return client;
}

/** The same method, with the project put into the path where the caller names none. */
function fillIn<Method extends MpcClient[(typeof methods)[number]]>(send: Method, projectId: string): Method {
  const sendAny = send as (url: unknown, init: unknown) => unknown;
  return ((url: unknown, init?: { params?: { path?: object } }) =>
    sendAny(url, {
      ...init,
      params: { ...init?.params, path: { project_id: projectId, ...init?.params?.path } },
    })) as Method;
}

/** Puts a token into each request, or signs it. */
function authentication(credentials: Credentials, projectId: string): Middleware {
  return {
    onRequest({ params, request }) {
      if ("token" in credentials) {
        request.headers.set(headers.token, credentials.token);
        return request;
      }
      request.headers.set(headers.project, String(params.path?.["project_id"] ?? projectId));
      return signRequest(request, credentials);
    },
  };
}
