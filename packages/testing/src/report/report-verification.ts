import type { Verification } from "../verify/verify.ts";
import { type Palette, columns, count, plain } from "./terminal.ts";

/** Writes what the verification of a service came to. */
export function reportVerification(
  verification: Verification,
  { bold, dim, green, red, yellow }: Palette,
): string {
  const { checks, cut, faults, requests, seed, skipped } = verification;
  const rows = columns(
    checks.map(({ faults, name, operation }) => [faults === 0 ? "✓" : "✗", operation, name]),
  );
  const lines = rows.map((row) => (row.startsWith("✓") ? green("✓") : red("✗")) + row.slice(1));
  for (const fault of faults) {
    lines.push(
      "",
      `${red("✗")} ${bold(fault.operation ?? "")}  ${plain(fault.at)}`,
      `  ${plain(fault.message)}`,
      `  ${dim(`${fault.rule}  ${fault.source === "" ? fault.contract : fault.source}`)}`,
      `  ${plain(fault.curl)}`,
    );
  }
  lines.push("");
  if (skipped.length > 0) lines.push(yellow(`not asked without --allow-writes: ${skipped.join(", ")}`));
  if (cut !== undefined) lines.push(yellow(`not all was asked: ${cut}`));
  const asked = `${count(requests, "request")}, seed ${seed}`;
  lines.push(
    faults.length === 0
      ? `${green("✓")} nothing found in ${asked}`
      : `${red("✗")} ${count(faults.length, "fault")} in ${asked}; --seed ${seed} asks the same again`,
  );
  return lines.join("\n");
}
