import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { runServer } from "verdaccio";

/** A registry of packages. */
export interface Registry {
  url: string;
  close: () => Promise<void>;
}

/** Starts a registry on a free port of this machine, which keeps in `folder` what anyone publishes to it. */
export async function startRegistry(folder: string): Promise<Registry> {
  // Its types ask for every setting.
  const settings = {
    self_path: folder,
    storage: `${folder}/storage`,
    packages: { "**": { access: "$all", publish: "$all" } },
    auth: { htpasswd: { file: `${folder}/htpasswd` } },
    log: { type: "stdout", level: "fatal" },
    web: { enable: false },
  };
  const server: Server = await runServer(settings);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
