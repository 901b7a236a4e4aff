import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { emulatorCredentials } from "@mpc-contract/emulator";
import { freePort } from "./free-port.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../../..");

/** The programs that the guides call, as they are here. */
const programs: Record<string, string> = {
  // A terminal sees no bar of progress where the answer goes to it, too.
  "curl ": "curl --silent --show-error ",
  "npx @mpc-contract/emulator": `node ${root}/packages/emulator/dist/cli/main.js`,
  "npx mpc-contract": `node ${root}/packages/testing/dist/cli/main.js`,
  "npx vitest": join(here, "../node_modules/.bin/vitest"),
};

/** What has come of commands. */
interface Ended {
  printed: string;
  failed: boolean;
}

/** Somebody who does what a guide says, in a folder of their own. */
export interface Reader {
  write(file: string, text: string): void;
  /** Runs a file of TypeScript among the names that a guide takes for granted. */
  runFile(file: string): Promise<Ended>;
  run(commands: string): Promise<Ended>;
  /** Starts a command that goes on until it is stopped. */
  start(command: string): void;
  /** What the command that was started last has printed. */
  printed(): string;
  /** Presses Ctrl-C in the terminal of that command. */
  stop(): Promise<void>;
  leave(): Promise<void>;
}

/** Makes a reader whose folder is empty but for what they have installed. */
export async function createReader(folder: string): Promise<Reader> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(here, "../node_modules"), join(folder, "node_modules"));
  // The ports of the guides may be taken on this machine.
  const ports = new Map([["4010", String(await freePort())]]);
  ports.set("4011", String(await freePort()));
  const translate = (text: string) => text.replace(/\b401[01]\b/g, (port) => ports.get(port) ?? port);
  const translateBack = (text: string) => {
    return [...ports].reduce((text, [shown, real]) => text.replaceAll(real, shown), text);
  };
  const programOf = (line: string) => {
    const name = Object.keys(programs).find((name) => line.includes(name));
    const command = translate(name === undefined ? line : line.replaceAll(name, programs[name] ?? ""));
    const takesPort = line.startsWith("npx @mpc-contract/emulator") && !line.includes("--port");
    return takesPort ? `${command} --port ${ports.get("4010")}` : command;
  };
  const env = {
    HOME: process.env["HOME"],
    PATH: `${dirname(process.execPath)}:${process.env["PATH"]}`,
    NO_COLOR: "1",
    HUAWEICLOUD_SDK_AK: emulatorCredentials.accessKey,
    HUAWEICLOUD_SDK_SK: emulatorCredentials.secretKey,
  };
  const running: { child: ChildProcess; printed: () => string }[] = [];

  function launch(script: string): { child: ChildProcess; printed: () => string } {
    // A group of its own, so that what the shell has started ends with it.
    const child = spawn("sh", ["-ec", script], { cwd: folder, env, detached: true });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += String(chunk)));
    child.stderr.on("data", (chunk: Buffer) => (text += String(chunk)));
    return { child, printed: () => translateBack(text).replaceAll(`${folder}/`, "") };
  }

  async function stop(): Promise<void> {
    const child = running.at(-1)?.child;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, "close");
    process.kill(-child.pid, "SIGINT");
    await closed;
  }

  async function run(commands: string): Promise<Ended> {
    const { child, printed } = launch(commands.split("\n").map(programOf).join("\n"));
    await once(child, "close");
    return { printed: printed(), failed: child.exitCode !== 0 };
  }

  return {
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), translate(text));
    },
    run,
    runFile: async (file) => run(`node --import ${import.meta.resolve("./guide-scene.ts")} ${file}`),
    start(command) {
      running.push(launch(`exec ${programOf(command.trim())}`));
    },
    printed: () => running.at(-1)?.printed() ?? "",
    stop,
    async leave() {
      for (; running.length > 0; running.pop()) await stop();
    },
  };
}
