#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { DocumentError } from "../document/source-file.ts";
import { RecordingError } from "../recording/read-recording.ts";
import { paletteOf } from "../report/terminal.ts";
import { check } from "./check.ts";
import type { Command, Input } from "./command.ts";
import { coverage } from "./coverage.ts";
import { diff } from "./diff.ts";
import { mutate } from "./mutate.ts";
import { record } from "./record.ts";
import { verify } from "./verify.ts";
import { UsageError } from "./usage-error.ts";

const commands: Record<string, Command> = { check, record, verify, coverage, mutate, diff };

const help = `mpc-contract COMMAND

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  .join("\n")}

Each takes --api DOCUMENT: a path or URL of an OpenAPI 3.1 document. Without it, the first one that redocly.yaml names.
Exit code: 0 all is well, 1 there are findings, 2 the command or its input is wrong.
mpc-contract COMMAND --help says more.`;

async function main([name = "", ...args]: string[]): Promise<number> {
  if (name === "--help" || name === "-h") {
    console.log(help);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name]! : undefined;
  if (command === undefined)
    throw new UsageError(name === "" ? "give a command" : `there is no command "${name}"`);
  const { positionals, values } = readArguments(command, args);
  if (values["help"] === true) {
    console.log(command.usage);
    return 0;
  }
  const { api, ...rest } = values;
  const takes = command.takes ?? "files";
  if (
    takes === "nothing"
      ? positionals.length > 0
      : positionals.length === 0 || (takes === "one" && positionals.length > 1)
  ) {
    throw new UsageError(
      takes === "files"
        ? "give one file or more"
        : takes === "one"
          ? "give one address"
          : `"${positionals[0]}" is too much`,
    );
  }
  const shown = process.stderr.isTTY;
  const clear = (): void => void (shown && process.stderr.write("\r\u001B[K"));
  const code = await command.run(
    { api: api as string | undefined, files: positionals, values: rest },
    {
      palette: paletteOf(process.stdout),
      write: (text) => {
        clear();
        console.log(text);
      },
      progress: (text) => void (shown && process.stderr.write(`\r\u001B[K${text}`)),
    },
  );
  clear();
  return code;
}

function readArguments(command: Command, args: string[]): { positionals: string[]; values: Input["values"] } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...command.options, api: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    return { positionals, values: values };
  } catch (error) {
    throw new UsageError((error as Error).message.split(". ", 1)[0], { cause: error });
  }
}

// An older one would fail somewhere in the middle.
const { engines } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  engines: { node: string };
};
const lowest = engines.node.replace(">=", "");
if (process.versions.node.localeCompare(lowest, "en", { numeric: true }) < 0) {
  console.error(`mpc-contract: needs Node.js ${lowest} or later, and this is ${process.versions.node}`);
  process.exit(2);
}
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const expected = [UsageError, DocumentError, RecordingError].some((kind) => error instanceof kind);
  // A file that cannot be written is no fault of ours either.
  const isOfSystem = error instanceof Error && "syscall" in error;
  if (!expected && !isOfSystem) throw error;
  console.error(`mpc-contract: ${(error as Error).message}`);
  if (error instanceof UsageError) console.error("mpc-contract --help says what there is.");
  process.exitCode = 2;
}
