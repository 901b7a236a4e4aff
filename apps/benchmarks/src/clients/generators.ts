import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { folderOf } from "../measure/installed.ts";

/** What generates a client from a contract. */
export interface Generator {
  /** The package that has the command. */
  package: string;
  /** The command's name. */
  command: string;
  /** What the command is given to write a client into a folder. */
  args: (document: string, folder: string) => string[];
  /** The file that a program imports. */
  entry: string;
}

/** The generators, each as its documentation says to use it. */
export const generators = {
  redocly: {
    package: "@redocly/cli",
    command: "redocly",
    args: (document, folder) => ["generate-client", document, "--output", join(folder, "client.ts")],
    entry: "client.ts",
  },
  "hey-api": {
    package: "@hey-api/openapi-ts",
    command: "openapi-ts",
    args: (document, folder) => ["--input", document, "--output", folder, "--silent", "--no-log-file"],
    entry: "index.ts",
  },
  orval: {
    package: "orval",
    command: "orval",
    args: (document, folder) => [
      "--input",
      document,
      "--output",
      join(folder, "client.ts"),
      "--client",
      "axios",
      "--quiet",
    ],
    entry: "client.ts",
  },
} satisfies Record<string, Generator>;

export type GeneratorName = keyof typeof generators;

/** Writes the client of a contract into a folder, in so many seconds at most. */
export async function generateClient(
  generator: Generator,
  document: string,
  folder: string,
  within = 60,
): Promise<void> {
  const { args, command, package: name } = generator;
  await mkdir(folder, { recursive: true });
  const { bin } = JSON.parse(readFileSync(join(folderOf(name), "package.json"), "utf8")) as {
    bin: Record<string, string>;
  };
  const program = join(folderOf(name), bin[command]!);
  const running = promisify(execFile)(
    process.execPath,
    [program, ...args(resolve(document), resolve(folder))],
    {
      // Where no configuration of this repository is found.
      cwd: folder,
      timeout: within * 1000,
      // hey-api says something of each operation, whatever it is told.
      maxBuffer: Infinity,
    },
  );
  await running.catch((error: Error & { killed?: boolean }) => {
    throw error.killed === true ? new Error(`more than ${within} s`) : error;
  });
}
