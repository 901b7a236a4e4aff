import { badArgument } from "./bad-argument.ts";

/** Refuses what is no length of time. A timer would take it for none, and end at once. */
export function checkTimeout(caller: string, name: string, milliseconds: unknown): void {
  if (typeof milliseconds === "number" && milliseconds > 0) return;
  badArgument(caller, name, "give milliseconds, more than 0");
}
