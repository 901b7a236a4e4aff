import type { Credentials } from "./credentials.ts";

/** How long ahead of their end credentials are renewed, in milliseconds; at half of what is left, if that is later. */
const ahead = 300_000;

/**
 * Keeps what a provider gives until shortly before it ends, or until it is rejected. Whoever asks while the
 * provider is at work waits for the same answer.
 */
export function cacheCredentials<Given extends Credentials>(
  provide: (rejected?: Credentials) => Promise<Given>,
): (rejected?: Credentials) => Promise<Given> {
  let cached: Given | undefined;
  let renewAt = 0;
  let coming: Promise<Given> | undefined;
  return async (rejected) => {
    // Others may have renewed what this caller saw rejected.
    if (cached && cached !== rejected && renewAt > Date.now()) return cached;
    coming ??= provide(rejected).finally(() => {
      coming = undefined;
    });
    cached = await coming;
    const left = (cached.expiresAt?.getTime() ?? Infinity) - Date.now();
    renewAt = Date.now() + Math.max(left - ahead, left / 2);
    return cached;
  };
}
