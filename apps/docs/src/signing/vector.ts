import type { Typed } from "./explain.ts";

/** The example that the vendor publishes with its result. Its key opens nothing. */
export const vector: Typed = {
  method: "GET",
  url: "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
  headers: { "Content-Type": "application/json" },
  body: "",
  accessKey: "QTWAOYTTINDUT2QVKYUC",
  secretKey: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc",
  securityToken: "",
  date: "20191115T033655Z",
};
