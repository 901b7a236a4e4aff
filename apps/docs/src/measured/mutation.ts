import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Mutation, type Outcome, mutationsOf } from "@mpc-contract/testing";
import { workspace } from "../site/workspace.ts";
import { contract } from "./contract.ts";

export type Mutant = Pick<Mutation, "kind" | "what"> & Outcome & { contract: string };

/** What `mpc-contract mutate --json` writes. */
interface Report {
  /** How many of the faults are noticed that a message can show. */
  score: number;
  mutants: Mutant[];
}

/** What became of each fault that was put into the contract; nothing when that was not tried on this contract. */
export const mutation = readReport(join(workspace, "openapi/dist/mutation.json"));

/** Reads a report, if it is there and is about this contract. */
export function readReport(file: string): Report | undefined {
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  // The faults follow from the contract: others are of another contract.
  const faults = [...mutationsOf(contract.root)].map(({ kind, place, what }) => `${kind} ${place} ${what}`);
  const tried = report.mutants.map(({ kind, contract: place, what }) => `${kind} ${place} ${what}`);
  return faults.join("\n") === tried.join("\n") ? report : undefined;
}
