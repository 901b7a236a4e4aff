import type { Divergence } from "../divergence.ts";
import { lockout } from "../generated/wire.ts";

export const divergences: Divergence[] = [
  {
    question: "What does a locked access key get?",
    emulator:
      "What a wrong signature gets, though the signature be right. A signature that is right before the key is locked begins the count anew. Each process counts for itself.",
  },
];

/** Locks access keys whose signatures were wrong too often in a row. */
export function createLockout(): {
  isLocked: (accessKey: string, now: number) => boolean;
  count: (accessKey: string, isRight: boolean, now: number) => void;
  reset: () => void;
} {
  const wrong = new Map<string, { times: number; until: number }>();
  const isLocked = (accessKey: string, now: number): boolean => now < (wrong.get(accessKey)?.until ?? 0);
  return {
    isLocked,
    count(accessKey, isRight, now) {
      // It was locked while this signature was looked at.
      if (isLocked(accessKey, now)) return;
      if (isRight) {
        wrong.delete(accessKey);
        return;
      }
      const times = (wrong.get(accessKey)?.times ?? 0) + 1;
      const isOne = times >= lockout.failures;
      wrong.set(accessKey, { times: isOne ? 0 : times, until: isOne ? now + lockout.seconds * 1000 : 0 });
    },
    reset: () => wrong.clear(),
  };
}
