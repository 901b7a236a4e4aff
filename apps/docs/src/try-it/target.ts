import { loopback } from "../site/loopback.ts";
import { createEmulator, emulatorToken } from "@mpc-contract/emulator";

/** What is asked. */
export interface Target {
  /** Its endpoint, without a slash at the end. */
  endpoint: string;
  fetch: typeof fetch;
}

let emulator: ReturnType<typeof createEmulator> | undefined;

/** The emulator in this page. It lives as long as the page does. */
export function inThisPage(): Target {
  emulator ??= createEmulator();
  const { fetch } = emulator;
  return {
    endpoint: "https://emulator.invalid",
    fetch: async (input, init) => fetch(input, init),
  };
}

/** An emulator that listens on the reader's machine, and on no other: the policy of the page admits none. */
export function onThisMachine(endpoint: string): Target | undefined {
  if (!URL.canParse(endpoint)) return undefined;
  const { hostname, origin, pathname, protocol } = new URL(endpoint);
  if (protocol !== "http:" || pathname !== "/" || !loopback.includes(hostname)) return undefined;
  return { endpoint: origin, fetch: async (input, init) => fetch(input, init) };
}

/** What every emulator takes for a credential: it opens nothing else, so it may be seen. */
export const token = emulatorToken;
