import { createRequire } from "node:module";
import { vendorCore } from "../clients/vendor-core.ts";
import { date, endpoint, key, query } from "./request.ts";

interface VendorSigner {
  sign: (
    request: {
      endpoint: string;
      method: string;
      headers: Record<string, string>;
      queryParams: Record<string, string>;
    },
    credentials: { getAk: () => string; getSk: () => string },
  ) => { Authorization: string };
}

const { AKSKSigner } = createRequire(import.meta.url)(`${vendorCore}/auth/AKSKSigner`) as {
  AKSKSigner: VendorSigner;
};
const credentials = { getAk: () => key.accessKey, getSk: () => key.secretKey };
const signedAt = date.toISOString().replaceAll(/\.\d+|\W/g, "");

/** Signs the request as the vendor's SDKs do. */
export function signAsVendor(): string {
  const headers = { "X-Sdk-Date": signedAt };
  return AKSKSigner.sign({ endpoint, method: "GET", headers, queryParams: query }, credentials).Authorization;
}
