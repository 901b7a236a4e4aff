import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Orders, Report } from "./client.ts";
import { type Asking, contestants } from "./contestants.ts";

const program = fileURLToPath(new URL("client.ts", import.meta.url));

/** One of those that ask, with the process that it asks from. */
export interface Client extends Asking {
  process: ClientProcess;
}

interface ClientProcess {
  obey: <Name extends keyof Orders>(name: Name, of: Orders[Name]["of"]) => Promise<Orders[Name]["gives"]>;
  end: () => void;
}

/** Starts all, each in a process of its own that has nothing of the others. */
export function startClients(endpoint: string): Client[] {
  return contestants.map((contestant) => ({
    ...contestant,
    process: startClient(contestant.name, endpoint),
  }));
}

function startClient(name: string, endpoint: string): ClientProcess {
  const child = fork(program, [name, endpoint], { execArgv: [] });
  const ended = once(child, "exit").then(() => [{ error: "its process ended" }]);
  return {
    async obey(name, of) {
      child.send({ name, of });
      const [report] = (await Promise.race([once(child, "message"), ended])) as [Report];
      if ("error" in report) throw new Error(report.error);
      return report.gives as never;
    },
    end: () => void child.kill(),
  };
}
