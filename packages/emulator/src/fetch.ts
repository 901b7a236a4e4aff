import type { WireRequest, WireResponse } from "./message.ts";

/** Makes a `fetch` of what answers messages. */
export function createFetch(
  answer: (request: WireRequest) => Promise<WireResponse>,
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const message = await toMessage(request);
    return toResponse(await abortable(answer(message), signal));
  };
}

/** Settles as a promise does, or rejects when the signal is aborted before. */
async function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let abort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason as Error);
    signal.addEventListener("abort", abort);
  });
  // A listener that stays would keep the answer for as long as the signal lives.
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener("abort", abort));
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

async function toMessage(request: Request): Promise<WireRequest> {
  const { host, pathname, search } = new URL(request.url);
  const message = {
    method: request.method,
    url: pathname + search,
    headers: { host, ...Object.fromEntries(request.headers) },
    signal: () => request.signal,
  };
  try {
    return { ...message, text: decoder.decode(await request.arrayBuffer()) };
  } catch {
    return { ...message, text: "", malformed: true };
  }
}

function toResponse({ broken, headers, status, text }: WireResponse): Response {
  // What a fetch rejects with when there is no answer.
  if (broken === "reset") throw new TypeError("fetch failed");
  const hasBody = ![101, 204, 205, 304].includes(status);
  return new Response(hasBody ? (broken === "cut" ? cutStream(text) : text) : null, { status, headers });
}

/** The first half of a text, and then an error. */
function cutStream(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes.subarray(0, bytes.length / 2)),
    pull: (controller) => controller.error(new TypeError("terminated")),
  });
}
