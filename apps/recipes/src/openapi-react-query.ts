import type { MpcClient, ProjectPaths } from "@mpc-contract/client";
import type { Client } from "openapi-fetch";
import createClient from "openapi-react-query";

/** Hooks over the wire: `useQuery("get", "/v1/{project_id}/encryptions", { params: { query } })`. */
export function createHooks(mpc: MpcClient) {
  // It calls GET, POST and DELETE, which the client has. Its type wants the methods as well that no path has.
  return createClient(mpc as Pick<Client<ProjectPaths>, "use"> as Client<ProjectPaths>);
}
