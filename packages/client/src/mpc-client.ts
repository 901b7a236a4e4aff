import type { Client, MaybeOptionalInit, ParseAsResponse } from "openapi-fetch";
import type { Encryptions } from "./encryptions.ts";
import type { paths } from "./generated/contract.ts";

/** The parameters of an operation, with the project left to the client unless it is given. */
type FilledIn<Parameters> = Parameters extends { path: { project_id: infer Id } }
  ? Omit<Parameters, "path"> & { path?: Omit<Parameters["path"], "project_id"> & { project_id?: Id } }
  : Parameters;

/** The paths of the contract, with `project_id` optional. */
export type ProjectPaths = {
  [Path in keyof paths]: {
    [Key in keyof paths[Path]]: paths[Path][Key] extends { parameters: infer Parameters }
      ? Omit<paths[Path][Key], "parameters"> & { parameters: FilledIn<Parameters> }
      : Key extends "parameters"
        ? FilledIn<paths[Path][Key]>
        : paths[Path][Key];
  };
};

type Method = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/** The paths that have a method. */
type PathsWith<M extends Method> = {
  [Path in keyof ProjectPaths]: ProjectPaths[Path][M] extends { responses: object } ? Path : never;
}[keyof ProjectPaths];

type Responses<Path extends keyof ProjectPaths, M extends Method> = ProjectPaths[Path][M] extends {
  responses: infer All;
}
  ? All
  : never;

type Ok = 200 | 201 | 202 | 203 | 204 | 206;

/** The bodies of responses. */
type Body<Response> = Response extends { content: { "application/json": infer Json } } ? Json : undefined;

type BodyOfOk<All> = { [Status in keyof All]: Status extends Ok ? Body<All[Status]> : never }[keyof All];
type BodyOfError<All> = { [Status in keyof All]: Status extends Ok ? never : Body<All[Status]> }[keyof All];

/** Data, or an error, and the response that it came with. */
type Result<All, Init> =
  | { data: ParseAsResponse<BodyOfOk<All>, Init>; error?: never; response: Response }
  | { data?: undefined; error: BodyOfError<All> | string | undefined; response: Response };

/** What openapi-fetch takes and this client does not: where requests go and how they are written is settled. */
type Settled =
  | {
      baseUrl?: never;
      querySerializer?: never;
      bodySerializer?: never;
      pathSerializer?: never;
      redirect?: never;
      headers?: HeadersInit;
    }
  | undefined;

type InitOf<Init> = undefined extends Init ? [init?: Init] : [init: Init];

/**
 * A method of the client. The types of openapi-fetch would take an open enum, `"A" | (string & {})`, for an
 * object; these hand out what the contract says.
 */
type Send<M extends Method> = <
  Path extends PathsWith<M>,
  Init extends MaybeOptionalInit<ProjectPaths[Path], M> & Settled,
>(
  path: Path,
  ...init: InitOf<Init>
) => Promise<Result<Responses<Path, M>, Init>>;

/**
 * A client for one project. `encryptions` is the comfortable way; beside it stand the methods of an
 * `openapi-fetch` client, whose paths, parameters and answers are typed by the contract, as they are on the
 * wire. Both authenticate, retry and time out alike, and both take the middleware given to `use`.
 */
export interface MpcClient extends Pick<Client<ProjectPaths>, "use" | "eject"> {
  /** The encryption tasks of the project. */
  encryptions: Encryptions;
  /** Sends a `GET`. Answers with `data` or `error`, and the `response`; rejects when there is no response. */
  GET: Send<"get">;
  /** Sends a `POST`. Answers as `GET` does. */
  POST: Send<"post">;
  /** Sends a `DELETE`. Answers as `GET` does, with `data` undefined. */
  DELETE: Send<"delete">;
}
