import { join } from "node:path";
import { fileURLToPath } from "node:url";
import contract from "@mpc-contract/openapi" with { type: "json" };
import { folderOf, versionOf } from "../measure/installed.ts";
import type { Contestant } from "../benchmark.ts";
import { type Finished, runNodeProgram } from "../measure/node-program.ts";

/** What a checker made of a HAR. */
interface Checked extends Finished {
  /** How many entries it looked at. */
  entries: number;
  /** Where it found something wrong: of what it found several times in the same words, the first. */
  wrong: Set<number>;
}

/** A program that holds the entries of a HAR against the contract. */
export interface Checker extends Contestant {
  check: (har: string) => Promise<Checked>;
  /** How many entries of a HAR it finds wrong. */
  countWrong: (har: string) => Promise<number>;
}

const api = fileURLToPath(import.meta.resolve("@mpc-contract/openapi"));

export const ours: Checker = {
  name: "mpc-contract check",
  kind: "ours",
  async check(har) {
    const program = join(folderOf("@mpc-contract/testing"), "dist/cli/main.js");
    const finished = await runNodeProgram(program, ["check", "--api", api, "--format", "json", har]);
    const { exchanges, problems } = readJson(finished) as {
      exchanges: number;
      problems: { exchange: string }[];
    };
    const wrong = problems.map(({ exchange }) => Number(exchange.slice(exchange.lastIndexOf("#") + 1)));
    return { ...finished, entries: exchanges, wrong: new Set(wrong) };
  },
  countWrong: async (har) => (await ours.check(har)).wrong.size,
};

// It takes the headers of credentials for undocumented ones.
const credentials = Object.values(contract.components.securitySchemes).flatMap((scheme) =>
  "name" in scheme ? [scheme.name] : [],
);

export const drift: Checker = {
  name: "redocly drift",
  version: versionOf("@redocly/cli"),
  kind: "peer",
  async check(har) {
    const finished = await runDrift(har, "json");
    const { problems, run } = readJson(finished) as {
      run: { documentedExchanges: number };
      problems: { exchangeIndex: number }[];
    };
    const wrong = problems.map(({ exchangeIndex }) => exchangeIndex);
    return { ...finished, entries: run.documentedExchanges, wrong: new Set(wrong) };
  },
  async countWrong(har) {
    // Of its formats, the one that has each finding by itself: run, finding, entry, and so on.
    const { stdout } = await runDrift(har, "csv");
    return new Set(Array.from(stdout.matchAll(/^[\da-f-]{36},[\da-f-]{36},(\d+),/gm), ([, entry]) => entry))
      .size;
  },
};

async function runDrift(har: string, format: string): Promise<Finished> {
  const program = join(folderOf("@redocly/cli"), "bin/cli.js");
  return runNodeProgram(program, [
    "drift",
    har,
    `--api=${api}`,
    "--traffic-format=har",
    `--format=${format}`,
    `--ignore-headers=${credentials.join(",")}`,
  ]);
}

function readJson({ code, stderr, stdout }: Finished): unknown {
  try {
    return JSON.parse(stdout);
  } catch (error) {
    throw new Error(`It ended with ${code}: ${stderr.trim().split("\n").at(-1)}`, { cause: error });
  }
}
