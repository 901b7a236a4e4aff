import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { sendSlowly } from "./slow-pages.ts";

const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".xml": "application/xml",
  ".yaml": "application/yaml",
};

export interface Served {
  origin: string;
  /** What was sent since the list was last emptied: paths, and bytes as compressed. No page that comes slowly. */
  sent: { path: string; bytes: number }[];
  close(): void;
}

/**
 * Serves a folder under a base path, compressed, as a host of static sites does. What was compressed is kept.
 * Its pages may come slowly, piece by piece.
 */
export async function serve(folder: string, base: string, pages?: "slowly"): Promise<Served> {
  const sent: Served["sent"] = [];
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://localhost");
    const path = decodeURIComponent(pathname);
    const file = join(folder, path.slice(base.length), path.endsWith("/") ? "index.html" : "");
    if (!path.startsWith(`${base}/`) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? "application/octet-stream";
    if (pages === "slowly" && type === "text/html") {
      response.writeHead(200, { "content-type": type });
      void sendSlowly(response, readFileSync(file, "utf8"));
      return;
    }
    const body = compressed.get(file) ?? gzipSync(readFileSync(file));
    compressed.set(file, body);
    sent.push({ path, bytes: body.length });
    response.writeHead(200, { "content-type": type, "content-encoding": "gzip" }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, sent, close: () => server.close() };
}
