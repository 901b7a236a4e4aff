import published from "@mpc-contract/openapi/signing-vector.json" with { type: "json" };
import type { Typed } from "./explain.ts";

const { method, url, headers, accessKey, secretKey, date } = published;

/** The example that the vendor publishes with its result. Its key opens nothing. */
export const vector: Typed = {
  method,
  url,
  headers,
  body: "",
  accessKey,
  secretKey,
  securityToken: "",
  date,
};
