import type { Contestant } from "../benchmark.ts";
import { generatedClients } from "../clients/generated-clients.ts";
import { generators } from "../clients/generators.ts";
import { versionOf } from "../measure/installed.ts";
import { vendorCore } from "../clients/vendor-core.ts";

/** What the programs ask with, as short as can be, since it is weighed, too. */
export const projectId = "p";
export const token = "t";
export const accessKey = { accessKey: "a", secretKey: "s" };

/**
 * What is weighed: a bundle, what is installed, what is on the disk, and the start of a process, with packages as they
 * are installed and as one file.
 */
export type Weighed = "bundle" | "packages" | "disk" | "importing" | "whole";

/** A program that lists tasks with a client. */
export interface Program extends Omit<Contestant, "whenAhead"> {
  /** Why it is ahead of ours in what is weighed, when it is. */
  ahead?: Partial<Record<Weighed, string>>;
  /** Its source, which exports `list(endpoint)`: that gives a page. */
  source: string;
  /** The packages that are installed for it. */
  packages: string[];
  /** The file that was generated for it, beside which all is that was. */
  generated?: string;
  /** Where it runs: in browsers as well, or in Node.js only. */
  platform: "browser" | "node";
}

const noPackage = "What it generates is a part of the program.";
const onlySource =
  "What it generates is source alone. Ours has JavaScript, declarations, its source and maps to it, and openapi-fetch, for its types.";
const oneFile = "It is one file. Ours is some forty, which Node.js finds, reads and compiles one by one.";
const less = "There is less of it to read and to compile.";

/** A program that has no client. */
export const byHand: Program = {
  name: "a fetch by hand",
  kind: "peer",
  packages: [],
  platform: "browser",
  ahead: { importing: "It imports nothing, and only asks.", whole: "It only asks." },
  source: `export const list = async (endpoint) => {
    const response = await fetch(endpoint + "/v1/${projectId}/encryptions", { headers: { "X-Auth-Token": "${token}" } });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };`,
};

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
          createMpcClient({ endpoint, projectId: "${projectId}", credentials: { token: "${token}" } }).encryptions.list();`,
    },
    {
      name: "openapi-fetch, bare",
      version: versionOf("openapi-fetch"),
      kind: "peer",
      packages: ["openapi-fetch"],
      platform: "browser",
      ahead: {
        bundle:
          "It sends what it is given, and parses what comes. It does not sign, renew credentials, retry, end what takes too long, walk through pages, wait for tasks, or check arguments and answers, of which ours is made.",
        packages: "It is one of those that ours needs, for its types.",
        disk: "It is one of the packages of ours, which has its source, and maps to it, besides.",
        importing: oneFile,
        whole: less,
      },
      source: `import createClient from "openapi-fetch";
        export const list = async (baseUrl) =>
          (await createClient({ baseUrl, headers: { "X-Auth-Token": "${token}" } }).GET("/v1/{project_id}/encryptions", {
            params: { path: { project_id: "${projectId}" } },
          })).data;`,
    },
    {
      name: "redocly",
      version: versionOf(generators.redocly.package),
      kind: "peer",
      packages: [],
      platform: "browser",
      generated: redocly,
      ahead: {
        bundle:
          "It retries, and ends what takes too long, when it is told to. It does not sign, renew credentials, walk through pages of this contract, wait for tasks, or check arguments and answers, as ours does.",
        packages: noPackage,
        disk: onlySource,
        importing: oneFile,
        whole: less,
      },
      source: `import { configure, listEncryptionTasks } from ${JSON.stringify(redocly)};
        export const list = (serverUrl) => {
          configure({ serverUrl, headers: { "X-Auth-Token": "${token}" } });
          return listEncryptionTasks({ path: { project_id: "${projectId}" } });
        };`,
    },
    {
      name: "hey-api",
      version: versionOf(generators["hey-api"].package),
      kind: "peer",
      packages: [],
      platform: "browser",
      generated: heyApi,
      ahead: {
        bundle:
          "It sends what it is given, and parses what comes; it retries streams of events alone, which this contract does not have. It does not sign, renew credentials, end what takes too long, walk through pages, wait for tasks, or check arguments and answers, as ours does.",
        packages: noPackage,
        disk: onlySource,
        importing: oneFile,
        whole: less,
      },
      source: `import { listEncryptionTasks } from ${JSON.stringify(heyApi)};
        export const list = async (baseUrl) =>
          (await listEncryptionTasks({ baseUrl, auth: "${token}", path: { project_id: "${projectId}" } })).data;`,
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
            axios.create({ baseURL, headers: { "X-Auth-Token": "${token}" } }),
          ).listEncryptionTasks("${projectId}")).data;`,
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
            .withCredential(new core.BasicCredentials({ ak: "${accessKey.accessKey}", sk: "${accessKey.secretKey}", projectId: "${projectId}" }))
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
