import type { Contract } from "../contract/contract.ts";
import { suggestExchange } from "../mutation/suggest-exchange.ts";
import type { Mutant } from "../mutation/run-mutations.ts";
import { type Palette, columns, count, plain } from "./terminal.ts";

/** How many of the mutants were noticed, of those that a message can tell from the contract. */
export function scoreOf(mutants: Mutant[]): number {
  const told = mutants.filter(({ result }) => result !== "equivalent");
  return told.length === 0 ? 1 : told.filter(({ result }) => result === "killed").length / told.length;
}

/** How many survivors are told of one by one. */
const shown = 50;

/** Writes what became of the mutants: a table by kind of fault, then each that was not noticed. */
export function reportMutants(
  mutants: Mutant[],
  contract: Contract,
  { bold, dim, green, red, yellow }: Palette,
): string {
  const kinds = Map.groupBy(mutants, ({ kind }) => kind);
  const cells = (name: string, own: Mutant[]): string[] => {
    const of = (result: Mutant["result"]): string =>
      String(own.filter((mutant) => mutant.result === result).length);
    return [name, of("killed"), of("survived"), of("equivalent")];
  };
  const table = columns([
    ["", "noticed", "survived", "equivalent"],
    ...[...kinds].map(([kind, own]) => cells(kind, own)),
    cells("all", mutants),
  ]);
  const lines = [bold(table[0]!), ...table.slice(1)];
  const survivors = mutants.filter((mutant) => mutant.result === "survived");
  for (const mutant of survivors.slice(0, shown)) {
    lines.push(
      "",
      `${yellow("survived")}  ${plain(mutant.what)}`,
      `  ${dim(contract.locate(mutant.place) || mutant.place)}`,
      `  ${plain(suggestExchange(contract, mutant))}`,
    );
  }
  if (survivors.length > shown)
    lines.push("", `and ${survivors.length - shown} more, which --json FILE has all of`);
  const score = scoreOf(mutants);
  lines.push(
    "",
    survivors.length === 0
      ? `${green("✓")} the exchanges notice every fault that a message can show`
      : `${red("✗")} the exchanges notice ${(Math.floor(score * 1000) / 10).toFixed(1)} % of the faults; ${count(survivors.length, "fault")} went unnoticed`,
  );
  return lines.join("\n");
}

/** What became of the mutants, for a program. */
export function mutantsAsJson(mutants: Mutant[], locate: (place: string) => string): string {
  const list = mutants.map(({ changed: _, place, value: __, ...mutant }) => ({
    contract: place,
    source: locate(place),
    ...mutant,
  }));
  return JSON.stringify({ score: scoreOf(mutants), mutants: list }, undefined, 2);
}
