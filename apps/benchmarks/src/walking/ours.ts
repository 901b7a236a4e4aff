import { createMpcClient, type Credentials } from "@mpc-contract/client";
import { accessKey, projectId, token } from "../requests/ask.ts";
import type { Walk } from "./walk.ts";

export const ours = walkWith(accessKey);
export const oursByToken = walkWith({ token });

function walkWith(credentials: Credentials): Walk {
  return async (endpoint) => {
    const mpc = createMpcClient({ endpoint, projectId, credentials });
    const seen = { tasks: 0, sumOfIds: 0 };
    for await (const { task_id } of mpc.encryptions.list()) {
      seen.tasks++;
      seen.sumOfIds += Number(task_id);
    }
    return seen;
  };
}
