import { createRequire } from "node:module";
import { vendorCore } from "../../clients/vendor-core.ts";
import { accessKey, filter, type MakeAsk, type Page, projectId } from "../ask.ts";

interface Builder {
  withCredential: (credential: unknown) => Builder;
  withEndpoint: (endpoint: string) => Builder;
  withOptions: (options: { customUserAgent: string }) => Builder;
  build: () => { sendRequest: (options: object) => Promise<Page> };
}

interface Core {
  BasicCredentials: new (credentials: { ak: string; sk: string; projectId: string }) => object;
  ClientBuilder: new (init: (client: object) => object) => Builder;
}

/** The vendor's core, used as its generated SDKs use it: they build such a request for each call. */
export const vendor: MakeAsk = (endpoint) => {
  const require = createRequire(import.meta.url);
  const { BasicCredentials } = require(vendorCore) as Core;
  const { ClientBuilder } = require(`${vendorCore}/ClientBuilder`) as Core;
  const { accessKey: ak, secretKey: sk } = accessKey;
  const client = new ClientBuilder((client) => client)
    .withCredential(new BasicCredentials({ ak, sk, projectId }))
    .withEndpoint(endpoint)
    // Without one it writes a file into the home folder, to name this machine by.
    .withOptions({ customUserAgent: "benchmark" })
    .build();
  return () =>
    client.sendRequest({
      method: "GET",
      url: "/v1/{project_id}/encryptions",
      contentType: "application/json",
      queryParams: { ...filter },
      pathParams: {},
      headers: {},
    });
};
