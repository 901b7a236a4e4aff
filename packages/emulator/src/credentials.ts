/**
 * The credentials that every emulator takes. They open nothing else, so they are no secret.
 */
export const emulatorCredentials = {
  token: "emulator-token",
  accessKey: "EMULATOR",
  secretKey: "emulator-secret-key",
} as const;
