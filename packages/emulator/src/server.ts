import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Emulator } from "./emulator.ts";
import { defaultEndpoint, headers as names } from "./generated/wire.ts";
import { refuse } from "./refuse.ts";
import { createRequestId } from "./request-id.ts";

/** Where to listen. */
export interface ServerOptions {
  /** 127.0.0.1 when absent, which only this machine reaches. */
  host?: string;
  /** The port the contract gives an emulator, 4010, when absent. 0 takes a free one. */
  port?: number;
}

/** An emulator that listens. */
export interface EmulatorServer {
  /** The endpoint for a client, such as `http://127.0.0.1:4010`. */
  url: string;
  /** Stops listening and ends all connections. `await using` does so by itself. */
  close: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
}

/**
 * Serves an emulator over HTTP.
 *
 * @throws {TypeError} When an argument is wrong.
 * @throws {Error} With `code` `EADDRINUSE` when the port is taken.
 */
export async function startServer(emulator: Emulator, options: ServerOptions = {}): Promise<EmulatorServer> {
  const { host = "127.0.0.1", port = Number(new URL(defaultEndpoint).port) } = options;
  if (typeof emulator?.fetch !== "function") {
    throw new TypeError("startServer: emulator: give what createEmulator made");
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new TypeError("startServer: port: give a whole number from 0 to 65535");
  }
  const server = createServer((incoming, outgoing) => {
    // A request that is cut off has nobody to answer.
    serve(emulator, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function serve(emulator: Emulator, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  let request: Request;
  try {
    request = toRequest(incoming, Buffer.concat(chunks));
  } catch {
    const requestId = createRequestId();
    const { body, status } = refuse("invalid-parameter", requestId);
    outgoing
      .writeHead(status, { "Content-Type": "application/json", [names.requestId]: requestId })
      .end(JSON.stringify(body));
    return;
  }
  try {
    const response = await emulator.fetch(request);
    const body = Buffer.from(await response.arrayBuffer());
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body);
  } catch (error) {
    outgoing.writeHead(500, { "Content-Type": "text/plain" }).end(`${(error as Error).message}\n`);
  }
}

/** The request as fetch has it. Throws what fetch does not take, such as the method TRACE. */
function toRequest(
  { headers, method = "GET", url = "/" }: IncomingMessage,
  body: Buffer<ArrayBuffer>,
): Request {
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one ?? ""]),
  );
  // A proxy sends the whole URL instead of the path.
  return new Request(url.includes("://") ? url : `http://${headers.host ?? "localhost"}${url}`, {
    method,
    headers: fields,
    ...(body.length > 0 ? { body } : {}),
  });
}
