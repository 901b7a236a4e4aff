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

/** The names of headers: of those that a request has, and of the one that a response has. */
export const headers = {
  "token": "X-Auth-Token",
  "project": "X-Project-Id",
  "requestId": "X-Request-Id"
};

/** The header that says when a request was signed. */
export const dateHeader = "X-Sdk-Date";

/** The header that a temporary access key comes with. */
export const securityTokenHeader = "X-Security-Token";

/** The headers that are signed when they are there, and the host: in lower case and in order. */
export const signedHeaders = [
  "content-type",
  "host",
  "x-project-id",
  "x-sdk-date",
  "x-security-token"
];

/** The scheme of a signed `Authorization`. */
export const signatureScheme = "SDK-HMAC-SHA256";

/** How far the date of a signature may be from the clock of the service, in seconds. */
export const dateTolerance = 900;

/** The environment variables that hold an access key. */
export const environment = {
  "accessKey": "HUAWEICLOUD_SDK_AK",
  "secretKey": "HUAWEICLOUD_SDK_SK",
  "securityToken": "HUAWEICLOUD_SDK_SECURITY_TOKEN"
} as const;

/** Who gives out tokens, in which header, and for how many seconds. */
export const issuer = {
  "url": "https://iam.{region}.myhuaweicloud.com/v3/auth/tokens",
  "header": "X-Subject-Token",
  "seconds": 86400
};

/** What a project ID looks like. */
export const projectId = {
  pattern: /^[0-9A-Za-z_-]{1,64}$/,
  description: "1 to 64 letters, digits, `_` or `-`",
};

/** What a task ID looks like. */
export const taskId = {
  pattern: /^[0-9A-Za-z_-]{1,64}$/,
  description: "1 to 64 letters, digits, `_` or `-`",
};

/** What a time looks like, in words. */
export const timestampDescription = "14 digits `yyyymmddhhmmss` of a time that exists";

/** How many IDs a request takes. */
export const maxTaskIds = 10;

/** The least and the largest `page`. */
export const page: readonly [number, number] = [
  0,
  50000
];

/** The least and the largest `size`. */
export const size: readonly [number, number] = [
  1,
  100
];

/** What must hold of the texts of a task to create: where, which pattern, and the same in words. */
export const taskRules: readonly (readonly [
  path: string,
  pattern: RegExp,
  words: string,
  optional?: 0 | 1,
  secret?: 1,
])[] = [
  ["input.bucket", /./s, "a text that is not empty"],
  ["input.location", /./s, "a text that is not empty"],
  ["input.object", /\.(?:m3u8|mpd)$/, "a path that ends in `.m3u8` or `.mpd`"],
  ["output.bucket", /./s, "a text that is not empty"],
  ["output.location", /./s, "a text that is not empty"],
  ["output.object", /./s, "a text that is not empty"],
  ["encryption.hls_encrypt.key", /^[0-9A-Za-z+/]{21}[AQgw]==$/, "128 bits in base64, 22 characters and `==`", 0, 1],
  ["encryption.hls_encrypt.url", /./s, "a text that is not empty"],
  ["encryption.hls_encrypt.iv", /^[0-9A-Za-z+/]{21}[AQgw]==$/, "128 bits in base64, 22 characters and `==`", 1, 1],
];

/** The status of a task at each point of its life, and when there is none. */
export const lifeCycle = {
  "created": "WAITING",
  "begun": "PROCESSING",
  "succeeded": "SUCCEEDED",
  "failed": "FAILED",
  "cancelled": "CANCELED",
  "missing": "NO_TASK"
};

/** The error codes, by what a client can do about them. */
export const errorKinds: Readonly<Record<ErrorKind, readonly string[]>> = {
  "authentication": [
    "MPC.10203",
    "MPC.10206",
    "APIGW.0301"
  ],
  "throttled": [
    "APIGW.0308"
  ],
  "transient": [
    "MPC.10050"
  ],
  "request": [
    "MPC.10202",
    "MPC.10204",
    "MPC.10205",
    "MPC.10208",
    "MPC.10212",
    "MPC.10052",
    "MPC.10053",
    "MPC.10066",
    "APIGW.0101"
  ]
};

export type ErrorKind = "authentication" | "throttled" | "transient" | "request";

/** How many calls a tenant has, in how many seconds. */
export const rateLimit = {
  "calls": 100,
  "seconds": 60
};
