// Builds, starts the endpoint and the docs on loopback, asks for task 31207, and goes on serving.
import { once } from "node:events";
import { parseArgs, styleText } from "node:util";
import { build } from "./build.ts";
import { listenForReaders } from "./docs.ts";
import { listen } from "./listen.ts";
import { step } from "./step.ts";

const usage = `Usage: pnpm start [--once]

Builds the packages and the docs, starts the endpoint and the docs site on this machine, asks the endpoint
for task 31207 through the client, and goes on serving until Ctrl-C.

  --once   ask, print the answer and end
  --help   print this
`;

function readArguments(): { help?: boolean; once?: boolean } {
  try {
    // npm and old pnpm want "--" before the options of a script, and pnpm passes it on.
    const args = process.argv.slice(2).filter((arg) => arg !== "--");
    return parseArgs({ args, options: { help: { type: "boolean" }, once: { type: "boolean" } } }).values;
  } catch (error) {
    const [reason] = (error as Error).message.split(". ");
    console.error(`start: ${reason}. It takes --once and --help.`);
    process.exit(2);
  }
}

async function run(
  onlyOnce: boolean,
  signal: AbortSignal,
  onStop: (close: () => Promise<void>) => void,
): Promise<void> {
  await step("Building the packages", () => build("@mpc-contract/emulator", signal));

  // Only now is there anything to import.
  const { ask, curlLine, serveEmulator, taskTable } = await import("./task.ts");
  signal.throwIfAborted();
  const docs = onlyOnce ? undefined : await listen(listenForReaders, 4321);
  if (docs) onStop(docs.close);
  // The docs can try it from the browser, where the endpoint must admit them.
  const endpoint = await listen((port) => serveEmulator(port, docs?.url), 4010);
  onStop(endpoint.close);
  signal.throwIfAborted();
  const task = await step("Asking for task 31207, signed, over HTTP", () => ask(endpoint.url));
  console.log(`\n${taskTable(task)}\n`);
  if (!docs) return;

  signal.throwIfAborted();
  await step("Building the docs", () => build("@mpc-contract/docs", signal));
  await docs.show();
  signal.throwIfAborted();

  console.log(`
  Endpoint  ${styleText("cyan", endpoint.url)}
  Docs      ${styleText("cyan", docs.url)}

  Ask it yourself:

  ${curlLine(endpoint.url)}

  ${styleText("dim", "Both go on until Ctrl-C.")}`);
  if (!signal.aborted) await once(signal, "abort");
}

// Whoever reads the output may have read enough, as `head` does.
process.stdout.on("error", () => process.exit());

const { help = false, once: onlyOnce = false } = readArguments();
if (help) {
  console.log(usage);
} else {
  const stopping = new AbortController();
  const closing: (() => Promise<void>)[] = [];
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stopping.abort());
  try {
    await run(onlyOnce, stopping.signal, (close) => closing.push(close));
  } catch (error) {
    if (!stopping.signal.aborted) {
      console.error(`\n${(error as Error).message}`);
      process.exitCode = 1;
    }
  } finally {
    await Promise.all(closing.map((close) => close()));
  }
  if (stopping.signal.aborted) console.log("\nStopped.");
}
