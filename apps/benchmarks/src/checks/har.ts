import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import contract from "@mpc-contract/openapi" with { type: "json" };
import type { Exchange } from "@mpc-contract/openapi/generate";

/** Writes a HAR of so many entries: some exchanges over and over, and others once at the end. */
export async function writeHar(
  file: string,
  repeated: Exchange[],
  last: Exchange[],
  count: number,
): Promise<void> {
  const cycle = repeated.map((exchange) => JSON.stringify(entryOf(exchange)));
  const end = last.map((exchange) => JSON.stringify(entryOf(exchange)));
  const before = count - end.length;
  function* pieces(): Generator<string> {
    yield `{"log":{"version":"1.2","creator":{"name":"benchmark","version":"1"},"entries":[`;
    for (let index = 0; index < count; index++)
      yield `${index === 0 ? "" : ","}\n${index < before ? cycle[index % cycle.length]! : end[index - before]!}`;
    yield "]}}";
  }
  await pipeline(Readable.from(pieces()), createWriteStream(file));
}

/** An exchange as a browser records it. */
function entryOf({ request, response }: Exchange): object {
  const url = new URL(request.url, contract.servers[0]!.url);
  const sizes = { httpVersion: "HTTP/1.1", cookies: [], headersSize: -1, bodySize: -1 };
  const [sent, received] = [textOf(request), textOf(response)];
  return {
    startedDateTime: "2026-01-02T03:04:05.000Z",
    time: 1,
    request: {
      ...sizes,
      method: request.method,
      url: url.href,
      headers: listOf(Object.entries(request.headers)),
      queryString: listOf([...url.searchParams]),
      ...(sent === undefined ? {} : { postData: { mimeType: typeOf(request), text: sent } }),
    },
    response: {
      ...sizes,
      status: response.status,
      statusText: "",
      headers: listOf(Object.entries(response.headers)),
      content: { size: received?.length ?? 0, mimeType: typeOf(response), text: received ?? "" },
      redirectURL: "",
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
  };
}

function textOf({ body, text }: Exchange["request" | "response"]): string | undefined {
  return text ?? (body === undefined ? undefined : JSON.stringify(body));
}

function typeOf({ headers }: Exchange["request" | "response"]): string {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
}

function listOf(pairs: [string, string][]): { name: string; value: string }[] {
  return pairs.map(([name, value]) => ({ name, value }));
}
