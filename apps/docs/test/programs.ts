import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A tool that runs samples, as a reader starts it. */
interface Tool {
  command: string[];
  file: string;
  version: string[];
}

const node: Tool = { command: [process.execPath], file: "sample.ts", version: ["--version"] };

/** What runs the samples, by their labels. */
const tools: Record<string, Tool> = {
  curl: { command: ["sh"], file: "sample.sh", version: ["-c", "curl --version"] },
  TypeScript: node,
  "TypeScript, raw": node,
  Python: { command: ["python3"], file: "sample.py", version: ["--version"] },
  Go: { command: ["go", "run"], file: "sample.go", version: ["version"] },
  // A program that ends at once starts in half the time without the second compiler.
  Java: { command: ["java", "-XX:TieredStopAtLevel=1"], file: "Main.java", version: ["--version"] },
};

export const labels = Object.keys(tools);

// Beside the site, so that the samples find the client as a reader's program does.
const folder = fileURLToPath(new URL("../.astro/samples/", import.meta.url));

function toolOf(label: string): Tool {
  const tool = tools[label];
  if (tool === undefined) throw new Error(`Nothing runs ${label}`);
  return tool;
}

/** The labels of which the tool is on this machine. What is not from npm may be missing. */
export const installed = new Set<string>();
for (const label of labels) {
  const { command, version } = toolOf(label);
  await promisify(execFile)(command[0] ?? "", version).then(
    () => installed.add(label),
    () => undefined,
  );
}

/** Runs a sample. Gives whether it says that all went well, and what it has printed. */
export async function runSample(label: string, code: string, token: string) {
  const { command, file } = toolOf(label);
  await mkdir(folder, { recursive: true });
  const own = await mkdtemp(folder);
  await writeFile(join(own, file), `${code}\n`);
  const { HOME, PATH } = process.env;
  const [program = "", ...options] = command;
  // Not the environment of this test: a proxy in it has no way to the emulator. Older tools need a locale for UTF-8.
  const env = { HOME, PATH, LC_ALL: "C.UTF-8", TOKEN: token };
  const result = await promisify(execFile)(program, [...options, join(own, file)], { env }).then(
    ({ stdout, stderr }) => ({ succeeded: true, output: stdout + stderr }),
    ({ stdout, stderr }: { stdout: string; stderr: string }) => ({
      succeeded: false,
      output: stdout + stderr,
    }),
  );
  await rm(own, { recursive: true });
  return result;
}
