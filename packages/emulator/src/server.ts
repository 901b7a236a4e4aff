import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Emulator } from "./emulator.ts";
import { defaultEndpoint } from "./generated/wire.ts";

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
 * @throws {Error} With `code` `EADDRINUSE` when the port is taken.
 */
export async function startServer(emulator: Emulator, options: ServerOptions = {}): Promise<EmulatorServer> {
  const { host = "127.0.0.1", port = Number(new URL(defaultEndpoint).port) } = options;
  const server = createServer((incoming, outgoing) => {
    serve(emulator, incoming, outgoing).catch(() => {
      // Only a request that cannot be one for fetch, or one that is cut off, ends here.
      if (!outgoing.headersSent) outgoing.writeHead(400);
      outgoing.end();
    });
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
  const { headers, method = "GET", url = "/" } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one ?? ""]),
  );
  const response = await emulator.fetch(`http://${headers.host ?? "localhost"}${url}`, {
    method,
    headers: fields,
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
