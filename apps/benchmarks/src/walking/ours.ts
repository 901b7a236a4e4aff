import { createMpcClient } from "@mpc-contract/client";
import { accessKey, projectId } from "../requests/ask.ts";
import type { Walk } from "./walk.ts";

export const ours: Walk = async (endpoint) => {
  const mpc = createMpcClient({ endpoint, projectId, credentials: accessKey });
  const seen = { tasks: 0, sumOfIds: 0 };
  for await (const { task_id } of mpc.encryptions.list()) {
    seen.tasks++;
    seen.sumOfIds += Number(task_id);
  }
  return seen;
};
