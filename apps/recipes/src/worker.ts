// A worker that answers GET /31207 with the status of that task.
import { createMpcClient, credentialsFromEnv, TaskNotFoundError } from "@mpc-contract/client";

interface Env {
  MPC_PROJECT_ID: string;
  // Set with `wrangler secret put HUAWEICLOUD_SDK_AK`, and so on.
  HUAWEICLOUD_SDK_AK: string;
  HUAWEICLOUD_SDK_SK: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    // One for each request: it costs nothing, and a worker has `env` nowhere else.
    const mpc = createMpcClient({
      region: "cn-north-4",
      projectId: env.MPC_PROJECT_ID,
      credentials: credentialsFromEnv(env),
    });
    const id = /^\/([\w-]{1,64})$/.exec(new URL(request.url).pathname)?.[1];
    if (id === undefined) return new Response("ask for a task, such as /31207\n", { status: 404 });
    try {
      const { status } = await mpc.encryptions.get(id, { signal: request.signal });
      return new Response(`${status}\n`);
    } catch (error) {
      if (error instanceof TaskNotFoundError) return new Response(`${error.message}\n`, { status: 404 });
      throw error;
    }
  },
};
