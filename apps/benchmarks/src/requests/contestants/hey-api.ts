import { importClient } from "../../clients/bundled-clients.ts";
import { filter, type MakeAsk, type Page, projectId, signed } from "../ask.ts";

interface Generated {
  listEncryptionTasks: (options: {
    baseUrl: string;
    fetch: (request: Request) => Promise<Response>;
    path: { project_id: string };
    query: typeof filter;
    throwOnError: true;
  }) => Promise<{ data: Page }>;
}

export const heyApi: MakeAsk = async (endpoint) => {
  const { listEncryptionTasks } = (await importClient("hey-api")) as Generated;
  const config = { baseUrl: endpoint, fetch: async (request: Request) => fetch(await signed(request)) };
  const path = { project_id: projectId };
  return async () => (await listEncryptionTasks({ ...config, path, query: filter, throwOnError: true })).data;
};
