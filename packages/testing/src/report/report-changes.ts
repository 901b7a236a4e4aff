import type { Judgement } from "../diff/gate.ts";
import { type Palette, columns, plain } from "./terminal.ts";

/** Writes what changed in a contract, and whether the next release says so. */
export function reportChanges(
  { changes, enough, needed, pending }: Judgement,
  { dim, green, red }: Palette,
): string {
  const rows = columns(
    changes.map(({ correction, message, step }) => [correction ? "correction" : step, plain(message)]),
  );
  const lines = rows.flatMap((row, index) => [row, `  ${dim(plain(changes[index]!.place))}`]);
  if (lines.length > 0) lines.push("");
  if (needed === undefined) lines.push(`${green("✓")} the contract is as it was released`);
  else if (enough)
    lines.push(`${green("✓")} ${needed} is needed, and the pending changesets give ${pending}`);
  else
    lines.push(
      `${red("✗")} ${needed} is needed, and the pending changesets give ${pending ?? "nothing"}: run \`changeset\``,
    );
  return lines.join("\n");
}
