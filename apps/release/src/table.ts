import { statSync } from "node:fs";
import type { Tried } from "./prepare.ts";

/** What was tried, a line a package: its version, its size, how many packages it brings, and their licences. */
export function table(tried: Tried[]): string {
  const rows = tried.map(({ licences, name, tarball, version }) => [
    name,
    version,
    `${Math.ceil(statSync(tarball.path).size / 1024)} KiB`,
    licences.size === 0 ? "alone" : `with ${licences.size} more`,
    [...new Set(licences.values())].toSorted().join(", "),
  ]);
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const right = 2;
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === right ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
        )
        .join("  "),
    )
    .map((line) => `  ${line.trimEnd()}`)
    .join("\n");
}
