import type { Strength } from "./unit.ts";

/** Refuses what is no strength. */
export function readStrength(strength: Strength = "strict"): Strength {
  if (strength === "strict" || strength === "tolerant") return strength;
  throw new TypeError(`strength: "${String(strength)}" is neither "strict" nor "tolerant"`);
}
