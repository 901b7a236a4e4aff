// What the blocks of a guide take from the text around them.
import type { Credentials, EncryptionTaskRequest, MpcClient } from "@mpc-contract/client";

declare global {
  /** A client of a project with 250 tasks. */
  const mpc: MpcClient;
  const projectId: string;
  const otherProjectId: string;
  const credentials: Credentials;
  const film: EncryptionTaskRequest;
}
