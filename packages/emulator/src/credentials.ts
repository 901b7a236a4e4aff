/** The access key that every emulator takes. It opens nothing else, so it is no secret. */
export const emulatorCredentials = {
  accessKey: "EMULATOR",
  secretKey: "emulator-secret-key",
} as const;

/** The token that every emulator takes. */
export const emulatorToken = "emulator-token";
