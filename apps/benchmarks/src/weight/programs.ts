import type { Contestant } from "../benchmark.ts";
import { generatedClients } from "../clients/generated-clients.ts";
import { generators } from "../clients/generators.ts";
import { versionOf } from "../measure/installed.ts";
import { vendorCore } from "../clients/vendor-core.ts";

/** A program that lists tasks with a client. */
export interface Program extends Contestant {
  /** Its source, which exports `list(endpoint)`: that gives a page. */
  source: string;
  /** The packages that are installed for it. */
  packages: string[];
  /** The file that was generated for it, beside which all is that was. */
  generated?: string;
  /** Where it runs: in browsers as well, or in Node.js only. */
  platform: "browser" | "node";
}

/** A program for each client. */
export async function writePrograms(): Promise<Program[]> {
  const { "hey-api": heyApi, orval, redocly } = await generatedClients();
  return [
    {
      name: "ours",
      kind: "ours",
      packages: ["@mpc-contract/client"],
      platform: "browser",
      source: `import { createMpcClient } from "@mpc-contract/client";
        export const list = (endpoint) =>
          createMpcClient({ endpoint, projectId: "p", credentials: { token: "t" } }).encryptions.list();`,
    },
    {
      name: "openapi-fetch, bare",
      version: versionOf("openapi-fetch"),
      kind: "peer",
      packages: ["openapi-fetch"],
      platform: "browser",
      source: `import createClient from "openapi-fetch";
        export const list = async (baseUrl) =>
          (await createClient({ baseUrl, headers: { "X-Auth-Token": "t" } }).GET("/v1/{project_id}/encryptions", {
            params: { path: { project_id: "p" } },
          })).data;`,
    },
    {
      name: "redocly",
      version: versionOf(generators.redocly.package),
      kind: "peer",
      packages: [],
      platform: "browser",
      generated: redocly,
      source: `import { configure, listEncryptionTasks } from ${JSON.stringify(redocly)};
        export const list = (serverUrl) => {
          configure({ serverUrl, headers: { "X-Auth-Token": "t" } });
          return listEncryptionTasks({ path: { project_id: "p" } });
        };`,
    },
    {
      name: "hey-api",
      version: versionOf(generators["hey-api"].package),
      kind: "peer",
      packages: [],
      platform: "browser",
      generated: heyApi,
      source: `import { listEncryptionTasks } from ${JSON.stringify(heyApi)};
        export const list = async (baseUrl) =>
          (await listEncryptionTasks({ baseUrl, auth: "t", path: { project_id: "p" } })).data;`,
    },
    {
      name: "orval on axios",
      version: versionOf(generators.orval.package),
      kind: "peer",
      packages: ["axios"],
      platform: "browser",
      generated: orval,
      source: `import axios from "axios";
        import { getHuaweiCloudMPCEncryptionTasks } from ${JSON.stringify(orval)};
        export const list = async (baseURL) =>
          (await getHuaweiCloudMPCEncryptionTasks(
            axios.create({ baseURL, headers: { "X-Auth-Token": "t" } }),
          ).listEncryptionTasks("p")).data;`,
    },
    {
      name: "the vendor's core",
      version: versionOf(vendorCore),
      kind: "peer",
      packages: [vendorCore],
      platform: "node",
      // Without a name of its own it writes a file into the home folder.
      source: `import core from "${vendorCore}";
        import builder from "${vendorCore}/ClientBuilder.js";
        export const list = (endpoint) =>
          new builder.ClientBuilder((client) => client)
            .withCredential(new core.BasicCredentials({ ak: "a", sk: "s", projectId: "p" }))
            .withEndpoint(endpoint)
            .withOptions({ customUserAgent: "benchmark" })
            .build()
            .sendRequest({
              method: "GET",
              url: "/v1/{project_id}/encryptions",
              contentType: "application/json",
              queryParams: {},
              pathParams: {},
              headers: {},
            });`,
    },
  ];
}
