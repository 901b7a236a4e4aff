import type { Json } from "../generate/index.ts";
import { claim, claimsOf, valueAt } from "./claims.ts";
import type { Claim } from "./claims.ts";
import type { Page } from "./page.ts";
import { readRow } from "./rows.ts";
import type { Reading } from "./rows.ts";

export interface Findings {
  /** The rows that the contract does not keep, each with what is wrong. */
  rows: { table: string; row: string; problem: string }[];
  /** What the contract says and neither a row nor an addition does. */
  unlisted: Claim[];
  /** The additions that the contract does not say. */
  stale: Claim[];
}

/** Holds the contract to the page. */
export function check(page: Page, contract: Json): Findings {
  const { method, path } = page.operation;
  const said = claimsOf(contract, method, path);
  const covered = new Set<Claim>();
  const findings: Findings = { rows: [], unlisted: [], stale: [] };
  for (const [name, table] of Object.entries(page.tables)) {
    for (const [rowName, row] of Object.entries(table.rows)) {
      const reading = readRow(page, contract, table, rowName, row);
      for (const each of reading?.covered ?? []) covered.add(each);
      const problems = reading ? undeclared(reading, contract) : ["the contract lacks it"];
      if (problems.length > 0)
        findings.rows.push({ table: name, row: rowName, problem: problems.join(", ") });
    }
  }
  const added = new Set(Object.values(page.additions).flatMap((tree) => claimsIn(tree)));
  findings.unlisted = [...said].filter((each) => !covered.has(each) && !added.has(each));
  findings.stale = [...added].filter((each) => !said.has(each) || covered.has(each));
  return findings;
}

/** What is wrong and no `x-discrepancy` declares: one that has the words of the page among what is documented. */
function undeclared({ wrong, places }: Reading, contract: Json): string[] {
  const declared = places.map((place) => valueAt(contract, `${place}/x-discrepancy/documented`));
  return wrong
    .filter(
      ({ documented }) => !declared.some((text) => typeof text === "string" && text.includes(documented)),
    )
    .map(({ what }) => what);
}

/** The claims of a tree of pointers. */
function claimsIn(value: unknown, pointer = ""): Claim[] {
  if (Array.isArray(value) && value.length > 0) return value.map((item) => claim(pointer, item));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [claim(pointer, value)];
  return Object.entries(value).flatMap(([key, inner]) =>
    claimsIn(inner, key.startsWith("/") ? key : `${pointer}/${key}`),
  );
}
