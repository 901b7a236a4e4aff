import { createMpcClient } from "@mpc-contract/client";
import { accessKey, filter, type MakeAsk, projectId, token } from "../ask.ts";

export const ours: MakeAsk = (endpoint) => {
  const mpc = createMpcClient({ endpoint, projectId, credentials: accessKey });
  return () => mpc.encryptions.list(filter);
};

export const oursByToken: MakeAsk = (endpoint) => {
  const mpc = createMpcClient({ endpoint, projectId, credentials: { token } });
  return () => mpc.encryptions.list(filter);
};
