import type { paths } from "@mpc-contract/client";
import createClient, { type Client } from "openapi-fetch";
import { type Ask, filter, type MakeAsk, projectId, signed } from "../ask.ts";

export const openapiFetchUnsigned: MakeAsk = (endpoint) => askBy(createClient<paths>({ baseUrl: endpoint }));

export const openapiFetch: MakeAsk = (endpoint) => {
  const client = createClient<paths>({ baseUrl: endpoint });
  client.use({ onRequest: ({ request }) => signed(request) });
  return askBy(client);
};

function askBy(client: Client<paths>): Ask {
  const params = { path: { project_id: projectId }, query: filter };
  return async () => (await client.GET("/v1/{project_id}/encryptions", { params })).data!;
}
