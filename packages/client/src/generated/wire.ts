// Generated from openapi/openapi.yaml by `pnpm generate`. Not to be edited.

/** The endpoint of each region. */
export const regions = {
  "cn-north-4": "https://mpc.cn-north-4.myhuaweicloud.com",
  "cn-north-1": "https://mts.cn-north-1.myhuaweicloud.com",
  "cn-east-2": "https://mpc.cn-east-2.myhuaweicloud.com",
  "cn-east-3": "https://mpc.cn-east-3.myhuaweicloud.com",
  "cn-south-1": "https://mpc.cn-south-1.myhuaweicloud.com",
  "ap-southeast-3": "https://mpc.ap-southeast-3.myhuaweicloud.com"
} as const;

/** The names of headers. */
export const headers = {
  "token": "X-Auth-Token",
  "project": "X-Project-Id",
  "date": "X-Sdk-Date",
  "securityToken": "X-Security-Token"
};

/** The scheme of a signed `Authorization`. */
export const signatureScheme = "SDK-HMAC-SHA256";

/** What a project ID looks like. */
export const projectId = {
  pattern: /^[0-9A-Za-z_-]{1,64}$/,
  description: "1 to 64 letters, digits, `_` or `-`",
};
