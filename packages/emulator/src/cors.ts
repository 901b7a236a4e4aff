import type { Emulator } from "./emulator.ts";
import { headerOf, type WireRequest } from "./message.ts";

type Answer = Emulator["answer"];

/** Lets the pages of an origin call: what a browser asks ahead of a call is answered, and answers may be read. */
export function admitting(origin: string, answer: Answer): Answer {
  const admitted = { "Access-Control-Allow-Origin": origin, Vary: "Origin" };
  return async (request) => {
    const isAdmitted = headerOf(request, "origin") === origin;
    if (isAdmitted && isPreflight(request)) {
      return { status: 204, headers: { ...admitted, ...allowed(request) }, text: "" };
    }
    const response = await answer(request);
    const headers = isAdmitted ? { ...admitted, "Access-Control-Expose-Headers": "*" } : { Vary: "Origin" };
    return { ...response, headers: { ...response.headers, ...headers } };
  };
}

/** Whether a browser asks if a page may call, before it does. */
function isPreflight(request: WireRequest): boolean {
  return request.method === "OPTIONS" && headerOf(request, "access-control-request-method") !== undefined;
}

/** Everything that the page wants to send: whether it is right is for the call itself to find out. */
function allowed(request: WireRequest): Record<string, string> {
  return {
    "Access-Control-Allow-Methods": headerOf(request, "access-control-request-method") ?? "",
    "Access-Control-Allow-Headers": headerOf(request, "access-control-request-headers") ?? "",
    "Access-Control-Allow-Private-Network": "true",
  };
}
