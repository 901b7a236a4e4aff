import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import type { Listening } from "./listen.ts";

const site = fileURLToPath(new URL("../../docs/dist/", import.meta.url));

/** Serves the built docs. */
export async function serveDocs(port: number): Promise<Listening> {
  const files = sirv(site);
  const notFound = await readFile(join(site, "404.html"));
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" }).end(notFound);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
