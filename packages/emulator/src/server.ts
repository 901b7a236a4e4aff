/**
 * Serves an emulator over HTTP, on Node.js.
 *
 * @packageDocumentation
 */
import { isUtf8 } from "node:buffer";
import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import { type AddressInfo, Server as NetServer, type Socket } from "node:net";
import { createAnswer } from "./answer-by-fetch.ts";
import { admitting } from "./cors.ts";
import type { Emulator } from "./emulator.ts";
import { refuse } from "./gateway/refuse.ts";
import { createRequestId } from "./gateway/request-id.ts";
import { defaultEndpoint, headers as names } from "./generated/wire.ts";
import type { WireRequest, WireResponse } from "./message.ts";

/** Where to listen. */
export interface ServerOptions {
  /** 127.0.0.1 when absent, which only this machine reaches. */
  host?: string;
  /** The port the contract gives an emulator, 4010, when absent. 0 takes a free one. */
  port?: number;
  /** The origin of pages that may call from a browser, such as `https://docs.example`. None when absent. */
  cors?: string;
}

/** An emulator that listens. */
export interface EmulatorServer {
  /** The endpoint for a client, such as `http://127.0.0.1:4010`. */
  url: string;
  /** Stops listening, finishes the requests that have come, and ends all connections. `await using` does so by itself. */
  close: () => Promise<void>;
  /** Closes it, for `await using`. */
  [Symbol.asyncDispose]: () => Promise<void>;
}

/** How large a body may be, in bytes. No request of the contract comes near. */
const largestBody = 1024 * 1024;

/** How long a request may take to arrive, in milliseconds: its headers, and all of it. */
const headersTimeout = 10_000;
const requestTimeout = 30_000;

/** How long a client that was refused may take to end its side of the connection, in milliseconds. */
const lingerTimeout = 5000;

/**
 * Serves an emulator over HTTP, or anything that is a `fetch` as it is.
 *
 * @throws {TypeError} When an argument is wrong.
 * @throws {Error} With `code` `EADDRINUSE` when the port is taken.
 */
export async function startServer(
  emulator: Pick<Emulator, "fetch"> & Partial<Pick<Emulator, "answer">>,
  options: ServerOptions = {},
): Promise<EmulatorServer> {
  const { cors, host = "127.0.0.1", port = Number(new URL(defaultEndpoint).port) } = options;
  if (typeof emulator?.fetch !== "function") {
    throw new TypeError("startServer: emulator: give what createEmulator made");
  }
  // An empty one would be every interface of the machine.
  if (typeof host !== "string" || host === "")
    throw new TypeError("startServer: host: give a name or an address");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new TypeError("startServer: port: give a whole number from 0 to 65535");
  }
  if (cors !== undefined && !isOrigin(cors)) {
    throw new TypeError("startServer: cors: give an origin, such as https://docs.example");
  }
  const answers = emulator.answer ?? createAnswer(emulator.fetch);
  const answer = cors === undefined ? answers : admitting(cors, answers);
  const answering = new Set<ServerResponse>();
  const server = createServer(
    { headersTimeout, requestTimeout, connectionsCheckingInterval: 1000, noDelay: true },
    (incoming, outgoing) => {
      void receive(incoming, outgoing, (message) => {
        answering.add(outgoing);
        outgoing.once("close", () => answering.delete(outgoing));
        void serve(answer, message, outgoing);
      });
    },
  );
  server.on("clientError", refuseBytes);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const close = (): Promise<void> => closeServer(server, answering);
  return {
    url: `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Whether a text is a scheme with a host and a port, as browsers send it in `Origin`. */
export function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

async function closeServer(server: Server, answering: ReadonlySet<ServerResponse>): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    // Not that of node:http, which takes a connection for idle whose answer is still on its way.
    NetServer.prototype.close.call(server, () => resolve());
  });
  const limit = AbortSignal.timeout(requestTimeout);
  for (const outgoing of answering) await once(outgoing, "close", { signal: limit }).catch(() => undefined);
  // What is left has not arrived yet, or takes too long.
  server.closeAllConnections();
  await closed;
}

type Answer = Emulator["answer"];

/** Takes a request in. One that does not arrive has nobody to answer. */
async function receive(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  onMessage: (message: WireRequest) => void,
): Promise<void> {
  const body = hasBody(incoming) ? await readBody(incoming) : none;
  if (body === undefined) {
    outgoing.destroy();
    return;
  }
  if (body === "too large") outgoing.setHeader("Connection", "close");
  onMessage(toMessage(incoming, body, outgoing));
}

/** Answers a request. Never rejects. */
async function serve(answer: Answer, message: WireRequest, outgoing: ServerResponse): Promise<void> {
  try {
    send(outgoing, await answer(message));
  } catch (error) {
    const headers = { "Content-Type": "text/plain" };
    if (outgoing.headersSent) outgoing.destroy();
    else send(outgoing, { status: 500, headers, text: `${(error as Error).message}\n` });
  }
}

const none = Buffer.alloc(0);

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

/** Reads a body, if it is not too large; nothing when it does not arrive. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | "too large" | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming
      .on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size <= largestBody) {
          chunks.push(chunk);
        } else {
          incoming.pause();
          resolve("too large");
        }
      })
      .on("end", () => resolve(Buffer.concat(chunks)))
      .on("error", () => resolve(undefined))
      .on("close", () => resolve(undefined));
  });
}

function toMessage(
  { headers, method = "GET", url = "/" }: IncomingMessage,
  body: Buffer | "too large",
  outgoing: ServerResponse,
): WireRequest {
  const isWrong =
    body === "too large" ||
    !isUtf8(body) ||
    // No fetch sends it, and what it is good for is smuggling.
    ((method === "GET" || method === "HEAD") && body.length > 0) ||
    /[^\w.:[\]-]/.test(headers.host ?? "");
  const signal = (): AbortSignal => {
    const gone = new AbortController();
    outgoing.once("close", () => gone.abort());
    return gone.signal;
  };
  if (isWrong) return { method, url, headers, text: "", malformed: true, signal };
  return { method, url, headers, text: body.length === 0 ? "" : body.toString(), signal };
}

function send(outgoing: ServerResponse, { broken, headers, status, text }: WireResponse): void {
  if (broken === "reset") {
    outgoing.socket?.resetAndDestroy();
    return;
  }
  if (status !== 204) headers["Content-Length"] = String(Buffer.byteLength(text));
  outgoing.writeHead(status, headers);
  if (broken === "cut") {
    outgoing.write(text.slice(0, text.length / 2), () => outgoing.destroy());
  } else {
    // As a text it goes out in one piece with the headers.
    outgoing.end(text);
  }
}

/** Answers bytes that are no request. */
function refuseBytes({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const status = code === "HPE_HEADER_OVERFLOW" ? 431 : code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
  // Node has forgotten a connection that took too long, and it would stay for as long as the client likes.
  socket.setTimeout(lingerTimeout);
  const requestId = createRequestId();
  const body = JSON.stringify(refuse("invalid-parameter", requestId).body);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `${names.requestId}: ${requestId}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
