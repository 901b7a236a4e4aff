import type { JournalEntry } from "../journal.ts";
import type { Palette } from "./palette.ts";

/** A request in one line: time, status, method, path, and why it was refused. */
export function journalLine(
  { error, fault, finding, method, status, time, url }: JournalEntry,
  palette: Palette,
): string {
  const colour = status < 400 ? palette.green : palette.red;
  const reasons = [error, finding, fault && `fault ${JSON.stringify(fault)}`].filter(
    (reason) => reason !== undefined,
  );
  const line = `${palette.dim(time.toISOString().slice(11, 23))} ${colour(String(status))} ${method.padEnd(6)} ${printable(url)}`;
  return reasons.length === 0 ? line : `${line}  ${palette.dim(printable(reasons.join("; ")))}`;
}

/** Nothing that a terminal would obey. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001F\u007F-\u009F]/g, "?");
}
