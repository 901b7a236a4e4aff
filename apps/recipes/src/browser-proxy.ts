// On your server. The page asks it as it would ask MPC; the key stays here.
import { credentialsFromEnv, regions } from "@mpc-contract/client";
import { signRequest } from "@mpc-contract/client/sign";

const projectId = "77b6a44cba5143ab91d13ab9a8ff44fd";
const path = `/v1/${projectId}/encryptions`;

/** Passes a request of the page on. `isSession` is yours: is this the token of a user who has signed in? */
export async function proxy(
  request: Request,
  isSession: (token: string) => boolean | Promise<boolean>,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (!(await isSession(request.headers.get("X-Auth-Token") ?? ""))) return refuse(401, "sign in first");
  if (pathname !== path) return refuse(404, "there is nothing here but the tasks of one project");
  if (request.method !== "GET") return refuse(405, "a page may only read");

  const signed = await signRequest(
    new Request(`${regions["cn-north-4"]}${path}${search}`, {
      headers: { "X-Project-Id": projectId },
      redirect: "manual",
      signal: request.signal,
    }),
    credentialsFromEnv(),
  );
  const answer = await fetch(signed).catch(() => refuse(502, "MPC cannot be reached"));
  // It is the key of the server that was refused, not the session of the user.
  if (answer.status === 401) return refuse(403, "MPC refused the key of this server");
  const headers = new Headers();
  for (const name of ["Content-Type", "Date", "Retry-After", "X-Request-Id"]) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
}

/** Refuses as MPC does, so that the client in the page throws the right error. */
function refuse(status: number, error_msg: string): Response {
  return Response.json({ error_code: `PROXY.${status}`, error_msg }, { status });
}
