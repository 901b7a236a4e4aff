import { fork } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("serve.ts", import.meta.url));

/** What a service was asked since it began. */
export interface Asked {
  requests: number;
  /** How many of them had an `Authorization`. */
  signed: number;
  /** The request line of the last one, and its headers. */
  last: string;
}

/** A service that runs in a process of its own. */
export interface Service {
  endpoint: string;
  asked: () => Promise<Asked>;
  end: () => void;
}

/** Starts a service with so many pages of tasks. */
export async function startService(pages: number): Promise<Service> {
  const child = fork(program, [String(pages)], { execArgv: [] });
  const [{ port }] = (await once(child, "message")) as [AddressInfo];
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async asked() {
      child.send("asked");
      const [asked] = (await once(child, "message")) as [Asked];
      return asked;
    },
    end: () => void child.kill(),
  };
}
