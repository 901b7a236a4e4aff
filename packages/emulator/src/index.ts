export { emulatorCredentials, emulatorToken } from "./credentials.ts";
export { createEmulator, type Emulator, type EmulatorOptions } from "./emulator.ts";
