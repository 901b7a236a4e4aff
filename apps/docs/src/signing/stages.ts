import type { Explained } from "./explain.ts";

/** What the page shows, in order. */
export type Stage = "canonicalRequest" | "stringToSign" | "signature" | "authorization" | "curl";

/**
 * The texts of each stage, a part each. The parts of the canonical request are method, URI, query, headers, their
 * names and the hash of the body; how many headers there are is known from both ends only.
 */
export function textsOf(explained: Explained): Record<Stage, string[]> {
  const { canonicalRequest, stringToSign, signature, authorization, curl } = explained;
  const lines = canonicalRequest.split("\n");
  return {
    canonicalRequest: [...lines.slice(0, 3), lines.slice(3, -2).join("\n"), ...lines.slice(-2)],
    stringToSign: stringToSign.split("\n"),
    signature: [signature],
    authorization: [authorization],
    curl: [curl],
  };
}

/** In which part of a stage a line is, both counted as the page has them: lines from 1, parts from 0. */
export function partOfLine(line: number, stage: Stage, explained: Explained): number {
  let last = 0;
  const parts = textsOf(explained)[stage];
  const part = parts.findIndex((text) => (last += text.split("\n").length) >= line);
  return part < 0 ? parts.length - 1 : part;
}
