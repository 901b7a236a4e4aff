import type { Divergence } from "../divergence.ts";
import { rateLimit, rateLimitHeaders } from "../generated/wire.ts";

export const divergences: Divergence[] = [
  {
    question: "Whose calls are counted, from when, and which?",
    emulator: `Those of a project, in windows of ${rateLimit.seconds} seconds that begin with the first call. Calls whose credentials are refused do not count. Each process counts for itself; the limit of all tenants together is not held.`,
  },
  {
    question: "Does the answer to a call too many say when to call again?",
    emulator: "No: no `Retry-After` is documented, and none is sent. A fault can send one.",
  },
];

/** How many projects are remembered before those whose windows are over are forgotten. */
const many = 1000;

/** Counts the calls of each project. */
export interface RateLimit {
  /** Counts a call. Says whether it is one too many, and what is told of it. */
  count: (project: string, now: number) => { isOver: boolean; headers: Record<string, string> };
  reset: () => void;
}

export function createRateLimit(): RateLimit {
  const windows = new Map<string, { used: number; end: number }>();
  return {
    count(project, now) {
      let window = windows.get(project);
      if (!window || window.end <= now) {
        if (windows.size >= many) forget(windows, now);
        window = { used: 0, end: now + rateLimit.seconds * 1000 };
        windows.set(project, window);
      }
      const isOver = window.used >= rateLimit.calls;
      if (!isOver) window.used += 1;
      return {
        isOver,
        headers: {
          [rateLimitHeaders.limit]: String(rateLimit.calls),
          [rateLimitHeaders.used]: String(window.used),
          [rateLimitHeaders.window]: rateLimit.window,
        },
      };
    },
    reset: () => windows.clear(),
  };
}

function forget(windows: Map<string, { end: number }>, now: number): void {
  for (const [project, { end }] of windows) if (end <= now) windows.delete(project);
}
