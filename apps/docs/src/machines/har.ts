import { STATUS_CODES } from "node:http";
import type { Cookie, Entry, Har, Header } from "har-format";
import exchanges from "@mpc-contract/openapi/exchanges.json" with { type: "json" };
import type { Exchange } from "@mpc-contract/openapi/generate";
import { bundle } from "../contract/bundle.ts";

const [server] = bundle.servers;

/** The exchanges that keep the contract as a HTTP archive, format 1.2. Their secrets are redacted already. */
export const archive: Har = {
  log: {
    version: "1.2",
    creator: { name: bundle.info.title, version: bundle.info.version },
    comment: "Exchanges of the contract's examples. Most are made up, and none was timed.",
    entries: (exchanges.valid as unknown as Exchange[]).map(entryOf),
  },
};

function entryOf({ name, summary, request, response }: Exchange): Entry {
  const url = new URL(request.url, server?.url);
  const sent = textOf(request);
  const received = textOf(response);
  return {
    // The format wants times; an exchange that nobody timed has none.
    startedDateTime: new Date(0).toISOString(),
    time: 0,
    timings: { send: 0, wait: 0, receive: 0 },
    cache: {},
    comment: `${name}: ${summary}`,
    request: {
      method: request.method,
      url: url.href,
      ...message(request.headers),
      queryString: [...url.searchParams].map(([name, value]) => ({ name, value })),
      ...(sent === undefined ? {} : { postData: { mimeType: typeOf(request), text: sent } }),
      bodySize: size(sent),
    },
    response: {
      status: response.status,
      statusText: STATUS_CODES[response.status] ?? "",
      ...message(response.headers),
      content: {
        size: size(received),
        mimeType: typeOf(response),
        ...(received === undefined ? {} : { text: received }),
      },
      redirectURL: "",
      bodySize: size(received),
    },
  };
}

type Message = Exchange["request"] | Exchange["response"];

function message(headers: Message["headers"]): {
  httpVersion: string;
  cookies: Cookie[];
  headers: Header[];
  headersSize: number;
} {
  return {
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    // Not known.
    headersSize: -1,
  };
}

function textOf({ body, text }: Message): string | undefined {
  return body === undefined ? text : JSON.stringify(body);
}

function typeOf({ headers }: Message): string {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
}

function size(text = ""): number {
  return Buffer.byteLength(text);
}
