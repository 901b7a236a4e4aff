/** The access key that every emulator takes that is given none. It opens nothing else, so it is no secret. */
export const emulatorCredentials = {
  accessKey: "EMULATOR",
  secretKey: "emulator-secret-key",
} as const;

/** The token that every emulator takes that is given none. */
export const emulatorToken = "emulator-token";

/** What a credential gives access to, and until when. */
interface Grant {
  /** The IDs of the projects; every one when absent. */
  projects?: readonly string[];
  /** When it ends, such as `2026-12-31T00:00:00Z`; never when absent. */
  expires?: string;
}

/** An access key that an emulator takes. */
export interface KnownAccessKey extends Grant {
  /** The access key ID (AK). */
  accessKey: string;
  /** The secret access key (SK). */
  secretKey: string;
  /** The security token of a temporary key; any or none is taken when absent. */
  securityToken?: string;
}

/** A token that an emulator takes. */
export interface KnownToken extends Grant {
  /** What requests carry as their token. */
  token: string;
}

export type { Grant };
