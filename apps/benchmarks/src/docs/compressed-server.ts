import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { gzipSync } from "node:zlib";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** What was sent: the type of a file, and its bytes as compressed. */
export interface Sent {
  type: string;
  bytes: number;
}

/** A site that is served. */
export interface Site {
  origin: string;
  /** What was sent since the list was last emptied. */
  sent: Sent[];
  close: () => void;
}

/** Serves files by path, compressed ahead as a host of static sites has them. A path without a file is not found. */
export async function serveCompressed(fileAt: (path: string) => Buffer | undefined): Promise<Site> {
  const sent: Sent[] = [];
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://localhost");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const file = compressed.has(path) ? undefined : fileAt(path);
    if (file !== undefined) compressed.set(path, gzipSync(file));
    const body = compressed.get(path);
    const type = body === undefined ? "text/plain" : (types[extname(path)] ?? "application/octet-stream");
    sent.push({ type, bytes: body?.length ?? 0 });
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": type, "content-encoding": "gzip" }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    sent,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
