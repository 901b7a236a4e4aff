/**
 * Where the vendor's documentation is silent, and what the emulator does there.
 *
 * @packageDocumentation
 */
import type { Divergence } from "./divergence.ts";
import { divergences as encryption } from "./encrypt/divergences.ts";
import { divergences as lockout } from "./gateway/lockout.ts";
import { divergences as rateLimit } from "./gateway/rate-limit.ts";
import { assumptions } from "./generated/assumptions.ts";
import { divergences as lifeCycle } from "./tasks/life-cycle.ts";

/** All points at which the vendor's documentation is silent, with what the emulator does. */
export const divergences: readonly Divergence[] = [
  ...assumptions,
  ...lifeCycle,
  ...encryption,
  ...lockout,
  ...rateLimit,
];
