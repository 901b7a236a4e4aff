import { execFile, type ExecFileException } from "node:child_process";
import { fileURLToPath } from "node:url";
import { root } from "./packages.ts";
import { stopping } from "./stopping.ts";

/** The commands that this package installs: no other pnpm packs or publishes. */
const own = [
  new URL("../node_modules/.bin", import.meta.url),
  new URL("../../../node_modules/.bin", import.meta.url),
];
const ownPath = own.map((folder) => fileURLToPath(folder)).join(":");

/** Runs a command of this workspace in its root folder, and gives what it prints. Rejects with that when it fails. */
export function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  return print(command, args, root, { ...env, PATH: `${ownPath}:${env["PATH"]}` });
}

/** Runs a command as someone would who has nothing of this workspace. */
export function runOutside(command: string, args: string[], cwd: string): Promise<string> {
  return print(command, args, cwd, outside(cwd));
}

/** The environment of someone who has nothing of this workspace, neither commands nor settings nor caches. */
export function outside(home: string): NodeJS.ProcessEnv {
  const path = process.env["PATH"]!.split(":").filter((entry) => !entry.includes("node_modules"));
  const { HTTPS_PROXY, NODE_EXTRA_CA_CERTS, https_proxy } = process.env;
  return { HTTPS_PROXY, NODE_EXTRA_CA_CERTS, https_proxy, HOME: home, PATH: path.join(":"), NO_COLOR: "1" };
}

function print(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      command,
      args,
      { cwd, env, maxBuffer: 1e8, signal: stopping.signal },
      (error: ExecFileException | null, stdout, stderr) => {
        if (!error) return resolve(stdout);
        const line = [command, ...args].join(" ");
        reject(new Error(`${stdout}${stderr}\nThis failed, see above: ${line}`, { cause: error }));
      },
    );
  });
}
