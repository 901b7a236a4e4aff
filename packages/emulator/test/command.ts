import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

/** The emulator's command, as it runs by itself. */
export interface RunningCommand {
  child: ChildProcess;
  /** The endpoint that it has printed. */
  url: string;
  stdout: () => string;
  stderr: () => string;
  /** Sends a signal, and gives the exit code, or the signal when that has ended it. */
  end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>;
}

/** Starts the command on a free port and waits until it listens. */
export async function startCommand(...args: string[]): Promise<RunningCommand> {
  const { child, ended, stderr, stdout } = run(["--port", "0", ...args]);
  for (;;) {
    const [, url] = /Endpoint {2}(\S+)/.exec(stdout()) ?? [];
    if (url !== undefined && stdout().includes("Ctrl-C")) {
      const end = async (signal: NodeJS.Signals) => {
        child.kill(signal);
        return ended;
      };
      return { child, url, stdout, stderr, end };
    }
    if (child.exitCode !== null) throw new Error(`the command has ended: ${stderr()}`);
    await Promise.race([once(child.stdout, "data"), ended]);
  }
}

/** Runs the command to its end. */
export async function runCommand(
  ...args: string[]
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const { ended, stderr, stdout } = run(args);
  return { code: await ended, stdout: stdout(), stderr: stderr() };
}

/** A test that fails leaves none behind. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

function run(args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let [out, err] = ["", ""];
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (err += text.toString()));
  const ended = once(child, "close").then(
    ([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null,
  );
  return { child, ended, stdout: () => out, stderr: () => err };
}
