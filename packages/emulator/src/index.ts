/**
 * The emulator itself, as a function that takes a request and gives the response. It needs no port, and runs wherever
 * `fetch` does.
 *
 * @packageDocumentation
 */
export type { Clock } from "./clock.ts";
export { emulatorCredentials, emulatorToken, type KnownAccessKey, type KnownToken } from "./credentials.ts";
export { createEmulator, type Emulator } from "./emulator.ts";
export type { Fault } from "./faults/fault.ts";
export type { Refusal } from "./gateway/refuse.ts";
export type { JournalEntry } from "./journal.ts";
export type { WireRequest, WireResponse } from "./message.ts";
export type { EmulatorOptions, Encrypt, OpenStore, Seed } from "./options.ts";
export type { Failure, LifeCycleRule, Pace } from "./tasks/life-cycle.ts";
