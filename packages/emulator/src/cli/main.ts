#!/usr/bin/env node
import { createEmulator } from "../emulator.ts";
import { startServer } from "../server.ts";
import { banner } from "./banner.ts";
import { CommandError } from "./command-error.ts";
import { help } from "./help.ts";
import { journalLine } from "./journal-line.ts";
import { type Command, readCommand } from "./options.ts";
import { paletteOf } from "./palette.ts";

const palette = paletteOf(process.stdout);

async function run(command: Command): Promise<void> {
  const emulator = createEmulator({
    ...command.emulator,
    ...(command.journal && { onAnswer: (entry) => console.log(journalLine(entry, palette)) }),
    onError: (error) => console.error(`mpc-emulator: ${error.message}`),
  });
  await emulator.ready.catch((error: Error) => {
    throw new CommandError(`--store: ${command.storeName} cannot be opened: ${error.message}`);
  });
  const server = await startServer(emulator, {
    ...(command.host !== undefined && { host: command.host }),
    ...(command.port !== undefined && { port: command.port }),
    ...(command.cors !== undefined && { cors: command.cors }),
  }).catch(async (error: NodeJS.ErrnoException) => {
    await emulator.close();
    throw error.code === "EADDRINUSE"
      ? new CommandError("that port is taken: give another with --port, or 0 for a free one")
      : new CommandError(`--host, --port: ${error.message}`);
  });
  console.log(`\n${banner(server.url, command, palette)}\n`);
  await stopped();
  await server.close();
  await emulator.close();
}

async function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => resolve());
  });
}

// Whoever reads the output may have read enough, as `head` does.
process.stdout.on("error", () => process.exit());

try {
  const command = await readCommand(process.argv.slice(2));
  if (command === "help") console.log(help);
  else await run(command);
} catch (error) {
  console.error(`mpc-emulator: ${(error as Error).message}`);
  if (error instanceof CommandError) console.error("mpc-emulator --help says what there is.");
  process.exitCode = error instanceof CommandError ? 2 : 1;
}
