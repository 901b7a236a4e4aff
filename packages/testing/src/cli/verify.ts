import { readContract } from "../read-contract.ts";
import { reportVerification } from "../report/report-verification.ts";
import { verify as verifyService } from "../verify/verify.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const verify: Command = {
  summary: "asks a service in the ways that the contract allows, and in some that it does not",
  usage: `mpc-contract verify [--api DOCUMENT] [--header "NAME: VALUE"]… [--seed N] [--requests N] [--rate N]
                    [--seconds N] [--allow-writes] [--workflow FILE]… [--input "NAME=VALUE"]… [--json] URL

URL is where the service is, without the paths of the contract. --header gives credentials, which are never shown.
--workflow names a file of Arazzo workflows, and --input what they ask to be given.
Only GET, HEAD and OPTIONS are asked, unless --allow-writes is given.
Bounds: 1,000 requests, 100 a second, 120 seconds.`,
  takes: "one",
  options: {
    header: { type: "string", multiple: true },
    workflow: { type: "string", multiple: true },
    input: { type: "string", multiple: true },
    seed: { type: "string" },
    requests: { type: "string" },
    rate: { type: "string" },
    seconds: { type: "string" },
    "allow-writes": { type: "boolean" },
    json: { type: "boolean" },
  },
  async run({ api, files, values }, { palette, progress, write }) {
    const [url = ""] = files;
    if (!/^https?:\/\//.test(url) || !URL.canParse(url))
      throw new UsageError(`"${url}" is no address; give one such as http://localhost:4010`);
    const contract = await readContract(api);
    const verification = await verifyService(contract, url, {
      headers: readPairs("header", values["header"], ":"),
      workflows: Array.isArray(values["workflow"]) ? values["workflow"].map(String) : [],
      inputs: readPairs("input", values["input"], "="),
      allowWrites: values["allow-writes"] === true,
      seed: readNumber(values, "seed") ?? Math.floor(Math.random() * 1e9),
      ...numbers(values, ["requests", "rate", "seconds"]),
      onProgress: progress,
    });
    write(
      values["json"] === true
        ? JSON.stringify(verification, undefined, 2)
        : reportVerification(verification, palette),
    );
    return verification.faults.length > 0 ? 1 : 0;
  },
};

type Values = Parameters<Command["run"]>[0]["values"];

function numbers(values: Values, names: string[]): Record<string, number> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const number = readNumber(values, name);
      return number === undefined ? [] : [[name, number]];
    }),
  );
}

function readNumber(values: Values, name: string): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value === "" || !(number > 0))
    throw new UsageError(`--${name}: "${String(value)}" is no number above 0`);
  return number;
}

function readPairs(name: string, values: Values[string], mark: string): Record<string, string> {
  const pairs = Array.isArray(values) ? values : [];
  return Object.fromEntries(
    pairs.map(String).map((pair): [string, string] => {
      const at = pair.indexOf(mark);
      // What was given may hold a secret.
      if (at <= 0) throw new UsageError(`--${name}: give a name, a "${mark}" and a value`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}
