import { type Coverage, unseenItems } from "../coverage/coverage.ts";
import type { ItemKind } from "../coverage/items.ts";
import { type Palette, columns, count, plain } from "./terminal.ts";

interface Row {
  kind: ItemKind | "all";
  keepable: number;
  kept: number;
  breakable: number;
  broken: number;
}

/** How much of the contract was seen, as a share: of what can be kept and what can be broken together. */
export function shareSeen(coverage: Coverage): number {
  const { breakable, broken, keepable, kept } = totalOf(coverage);
  return keepable + breakable === 0 ? 1 : (kept + broken) / (keepable + breakable);
}

/** Writes a table of what was seen, and what was not. */
export function reportCoverage(
  coverage: Coverage,
  locate: (place: string) => string,
  palette: Palette,
): string {
  const { bold, dim, green, red, yellow } = palette;
  const rows = [...rowsOf(coverage), totalOf(coverage)];
  const table = columns([
    ["", "kept", "", "broken", ""],
    ...rows.map(({ breakable, broken, keepable, kept, kind }) => [
      kind,
      keepable === 0 ? "–" : `${kept}/${keepable}`,
      percent(kept, keepable),
      breakable === 0 ? "–" : `${broken}/${breakable}`,
      percent(broken, breakable),
    ]),
  ]);
  const unseen = unseenItems(coverage).map(({ item, unseen }) => [
    `never ${unseen}`,
    `${item.kind} ${plain(item.label)}`,
    locate(item.place) || item.place,
  ]);
  const lines = [bold(table[0]!), ...table.slice(1)];
  if (unseen.length > 0) lines.push("", ...columns(unseen).map((line) => yellow(line)));
  for (const header of coverage.undocumented) lines.push(yellow(`not in the contract  ${plain(header)}`));
  const share = shareSeen(coverage);
  const whole = share === 1 && coverage.undocumented.size === 0;
  lines.push(
    "",
    whole
      ? `${green("✓")} all of the contract was seen`
      : `${red("✗")} ${(Math.floor(share * 1000) / 10).toFixed(1)} % of the contract was seen; ${count(unseen.length, "part")} never ${dim("(kept: by a message that is right; broken: by one that is wrong)")}`,
  );
  return lines.join("\n");
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "" : `${Math.floor((part / whole) * 100)} %`;
}

function rowsOf(coverage: Coverage): Row[] {
  const kinds = [...new Set([...coverage.items.values()].map(({ kind }) => kind))];
  return kinds.map((kind) => rowOf(coverage, kind));
}

function totalOf(coverage: Coverage): Row {
  return rowOf(coverage, "all");
}

function rowOf({ broken, items, kept }: Coverage, kind: Row["kind"]): Row {
  const own = [...items.values()].filter((item) => kind === "all" || item.kind === kind);
  const keepable = own.filter((item) => item.keepable);
  const breakable = own.filter((item) => item.breakable);
  return {
    kind,
    keepable: keepable.length,
    kept: keepable.filter(({ key }) => kept.has(key)).length,
    breakable: breakable.length,
    broken: breakable.filter(({ key }) => broken.has(key)).length,
  };
}

/** What was seen, for a program. */
export function coverageAsJson(coverage: Coverage, locate: (place: string) => string): string {
  const items = [...coverage.items.values()].map(({ breakable, keepable, key, kind, label, place }) => ({
    kind,
    label,
    contract: place,
    source: locate(place),
    ...(keepable ? { kept: coverage.kept.get(key) ?? 0 } : {}),
    ...(breakable ? { broken: coverage.broken.get(key) ?? 0 } : {}),
  }));
  return JSON.stringify(
    { share: shareSeen(coverage), undocumented: [...coverage.undocumented], items },
    undefined,
    2,
  );
}
