import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PostgresServer } from "../../../../packages/emulator/test/postgres-server.ts";
import type { Contestant } from "../benchmark.ts";
import { folderOf, versionOf } from "../measure/installed.ts";
import { exampleText } from "./request.ts";

/** One that answers the request. */
export interface Answering extends Contestant {
  /** The program and its arguments, for a server that has never run before. */
  program: (port: number) => Promise<string[]>;
}

const prism = "@stoplight/prism-cli";

/** Those that answer the request, ours with its stores in a folder and a database server; and the least that can. */
export function contestants(folder: string, postgres: PostgresServer): Answering[] {
  let files = 0;
  const emulator = (port: number, ...store: string[]): string[] => {
    const command = join(folderOf("@mpc-contract/emulator"), "dist/cli/main.js");
    return [command, "--port", String(port), "--limits", "off", ...store];
  };
  return [
    { name: "ours, in memory", kind: "ours", program: async (port) => emulator(port) },
    {
      name: "ours, SQLite",
      kind: "ours",
      program: async (port) => emulator(port, "--store", join(folder, `${++files}.sqlite`)),
    },
    {
      name: "ours, PostgreSQL",
      kind: "ours",
      program: async (port) => emulator(port, "--store", await postgres.createDatabase()),
    },
    {
      name: "Prism",
      version: versionOf(prism),
      kind: "peer",
      program: async (port) => {
        const contract = fileURLToPath(import.meta.resolve("@mpc-contract/openapi"));
        // What it prints of each request would take it time; ours prints nothing, either.
        const options = ["--port", String(port), "--verboseLevel", "silent"];
        return [join(folderOf(prism), "dist/index.js"), "mock", ...options, contract];
      },
    },
    {
      name: "node:http alone",
      kind: "limit",
      program: async (port) => [
        fileURLToPath(new URL("same-bytes.js", import.meta.url)),
        String(port),
        exampleText,
      ],
    },
  ];
}
