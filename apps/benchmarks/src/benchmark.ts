/** How long a run may be. */
export interface Effort {
  /** Whether it is only to be seen that all works: the figures are worth little. */
  quick: boolean;
}

/** What a person wants to know, and how it is found out. */
export interface Benchmark {
  title: string;
  /** In one sentence. */
  question: string;
  /** Measures, and gives each comparison as soon as it is there. */
  run: (effort: Effort) => AsyncIterable<Comparison>;
}

/** Some that did the same work, and what it cost each. */
export interface Comparison {
  title: string;
  unit: Unit;
  /** What was seen to be the same of all of them, before any time was believed. */
  same: string;
  /** Whether the figures are counted, as bytes are, so that one is enough. Others are timed, and differ each time. */
  counted?: true;
  entries: Entry[];
}

/** What the figures count. */
export interface Unit {
  name: string;
  better: "less" | "more";
}

/** One of those that are compared. */
export interface Contestant {
  name: string;
  /** Of the package, when it is one that is installed. */
  version?: string;
  /**
   * Ours, what one would pick instead, or a limit that nobody can get past. The first of ours is what all others are
   * set in ratio to.
   */
  kind: "ours" | "peer" | "limit";
  /** Why it is ahead of ours, or why ours is not mended, when that is so. */
  whenAhead?: string;
}

/** What was measured of one: a figure for each round, or why there is none. */
export type Entry = Contestant & ({ figures: number[] } | { missing: string });

/** What was measured of all questions, by the name of each benchmark. */
export type Results = Record<string, Result>;

/** The answer to a question. */
export interface Result {
  title: string;
  question: string;
  /** When, as an ISO date. */
  measured: string;
  machine: string;
  seconds: number;
  comparisons: Comparison[];
  /** Why it ended before its end, when it did. */
  failure?: string;
}
