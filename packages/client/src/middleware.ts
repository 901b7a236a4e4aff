import type { Middleware } from "openapi-fetch";

/** What middleware is told beside the request. */
export type About = Omit<Parameters<NonNullable<Middleware["onRequest"]>>[0], "request">;

/**
 * Sends a request through middleware, as openapi-fetch does: `onRequest` in their order, each may change the request or
 * answer it; then `onResponse`, or `onError`, in the opposite order.
 */
export async function sendThrough(
  middleware: readonly Middleware[],
  request: Request,
  about: About,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  const last = middleware.toReversed();
  for (const { onRequest } of middleware) {
    const result = await onRequest?.({ ...about, request });
    if (result instanceof Response) return result;
    request = result ?? request;
  }
  let response: Response | undefined;
  try {
    response = await send(request);
  } catch (thrown) {
    let error = thrown;
    for (const { onError } of last) {
      const result = await onError?.({ ...about, request, error });
      if (result instanceof Response) {
        response = result;
        break;
      }
      error = result ?? error;
    }
    if (!response) throw error;
  }
  for (const { onResponse } of last) {
    response = (await onResponse?.({ ...about, request, response })) ?? response;
  }
  return response;
}
