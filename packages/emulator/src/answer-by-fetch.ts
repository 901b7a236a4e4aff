import type { Emulator } from "./emulator.ts";
import { refuse } from "./gateway/refuse.ts";
import { createRequestId } from "./gateway/request-id.ts";
import { headers as names } from "./generated/wire.ts";

/** Answers messages with a `fetch`. */
export function createAnswer(fetch: Emulator["fetch"]): Emulator["answer"] {
  return async ({ headers, malformed, method, text, url }) => {
    let request: Request | undefined;
    try {
      const origin = url.includes("://") ? "" : `http://${String(headers["host"] ?? "localhost")}`;
      request = new Request(origin + url, {
        method,
        headers: Object.entries(headers).flatMap(([name, value]) =>
          [value].flat().map((one): [string, string] => [name, one ?? ""]),
        ),
        ...(text === "" ? {} : { body: text }),
      });
    } catch {
      // What no fetch takes, such as the method TRACE.
    }
    if (!request || malformed) {
      const requestId = createRequestId();
      const { body, status } = refuse("invalid-parameter", requestId);
      const fields = { "Content-Type": "application/json", [names.requestId]: requestId };
      return { status, headers: fields, text: JSON.stringify(body) };
    }
    const response = await fetch(request);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    };
  };
}
