import type { Explained } from "./explain.ts";
import type { Stage } from "./stages.ts";

/** Where a text of another signer differs first from what is right. */
export interface Difference {
  /** Counted from 1. */
  line: number;
  theirs: Cut;
  ours: Cut;
}

/** A line: what is the same at its beginning, what is not, and what is the same again. */
type Cut = [before: string, differs: string, after: string];

/** Which stage a pasted text is: the last two begin with the scheme, and only one of them has lines. */
export function stageOf(text: string, { stringToSign }: Explained): Stage {
  const [scheme = ""] = stringToSign.split("\n");
  if (!text.startsWith(scheme)) return "canonicalRequest";
  return text.startsWith(`${scheme} `) ? "authorization" : "stringToSign";
}

/**
 * Reads what was pasted: lines, one line of a log with `\n` in it, a header with its name, or an answer of the
 * gateway, which puts `|` where lines end.
 */
export function readPasted(pasted: string): string {
  const [, named] = /canonicalRequest: *([^"]*)/.exec(pasted) ?? [];
  if (named !== undefined) return named.trim().replaceAll("|", "\n");
  const text = pasted.trim().replace(/^authorization: */i, "");
  return text.includes("\n") ? text : text.replaceAll("\\n", "\n");
}

/** Finds the first line that differs; nothing when all are the same. */
export function firstDifference(theirs: string, ours: string): Difference | undefined {
  const [their, our] = [theirs.split("\n"), ours.split("\n")];
  const index = Array.from({ length: Math.max(their.length, our.length) }).findIndex(
    (_, at) => their[at] !== our[at],
  );
  if (index < 0) return undefined;
  const [a = "", b = ""] = [their[index], our[index]];
  const start = sameAtStart(a, b);
  const end = sameAtStart(backwards(a.slice(start)), backwards(b.slice(start)));
  return { line: index + 1, theirs: cut(a, start, end), ours: cut(b, start, end) };
}

function cut(line: string, start: number, end: number): Cut {
  const stop = line.length - end;
  return [line.slice(0, start), line.slice(start, stop), line.slice(stop)];
}

function sameAtStart(a: string, b: string): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same;
}

function backwards(text: string): string {
  return text.split("").toReversed().join("");
}
