import type { Credentials, CredentialsProvider } from "./credentials.ts";

/** How long ahead of their end credentials are renewed, in milliseconds. */
const ahead = 300_000;

/**
 * Keeps what a provider gives until shortly before it ends, or until it is rejected. Whoever asks while the
 * provider is at work waits for the same answer.
 */
export function cacheCredentials(
  provide: CredentialsProvider,
): (rejected?: Credentials) => Promise<Credentials> {
  let cached: Credentials | undefined;
  let coming: Promise<Credentials> | undefined;
  return async (rejected) => {
    const endsAt = cached?.expiresAt?.getTime() ?? Infinity;
    // Others may have renewed what this caller saw rejected.
    if (cached && cached !== rejected && endsAt - ahead > Date.now()) return cached;
    coming ??= (async () => provide(rejected))().finally(() => {
      coming = undefined;
    });
    return (cached = await coming);
  };
}
