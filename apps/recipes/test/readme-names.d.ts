// What the blocks of a README take from the text around them.
import type { Credentials, MpcClient } from "@mpc-contract/client";
import type { expect as vitestExpect } from "vitest";

declare global {
  const mpc: MpcClient;
  const credentials: Credentials;
  const projectId: string;
  const otherProjectId: string;
  const accessKey: string;
  const secretKey: string;
  const password: string;
  const key: string;
  const url: string;
  const headers: Headers;
  const expect: typeof vitestExpect;
}
