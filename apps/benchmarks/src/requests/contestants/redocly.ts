import { importClient } from "../../clients/bundled-clients.ts";
import { filter, type MakeAsk, type Page, projectId, signed } from "../ask.ts";

interface Generated {
  OPERATIONS: object;
  createClient: (
    operations: object,
    config: { serverUrl: string; fetch: typeof fetch },
  ) => {
    listEncryptionTasks: (args: { path: { project_id: string }; query: typeof filter }) => Promise<Page>;
  };
}

export const redocly: MakeAsk = async (endpoint) => {
  const { createClient, OPERATIONS } = (await importClient("redocly")) as Generated;
  const client = createClient(OPERATIONS, {
    serverUrl: endpoint,
    fetch: async (url, init) => fetch(await signed(new Request(url, init))),
  });
  const path = { project_id: projectId };
  return () => client.listEncryptionTasks({ path, query: filter });
};
