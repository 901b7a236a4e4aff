import { readFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import type { Listening } from "./listen.ts";

const site = fileURLToPath(new URL("../../docs/dist/", import.meta.url));

/** The docs, which have an address before they are built. */
interface Docs extends Listening {
  /** Serves what was built. */
  show: () => Promise<void>;
}

/** Listens for readers of the docs. Until they are shown it says that they are being built. */
export async function listenForReaders(port: number): Promise<Docs> {
  let serve: RequestListener = (_, response) => {
    response.writeHead(503, { "Content-Type": "text/plain", "Retry-After": "5" });
    response.end("The docs are being built.\n");
  };
  const server = createServer((request, response) => serve(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async show() {
      const files = sirv(site);
      const notFound = await readFile(join(site, "404.html"));
      serve = (request, response) => {
        files(request, response, () => {
          response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" }).end(notFound);
        });
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
