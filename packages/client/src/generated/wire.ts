// Generated from openapi/openapi.yaml by `pnpm generate`. Not to be edited.

/** The endpoint of each region. */
export const regions = {
  "cn-north-4": "https://mpc.cn-north-4.myhuaweicloud.com",
  "cn-north-1": "https://mts.cn-north-1.myhuaweicloud.com",
  "cn-east-2": "https://mpc.cn-east-2.myhuaweicloud.com",
  "cn-east-3": "https://mpc.cn-east-3.myhuaweicloud.com",
  "cn-south-1": "https://mpc.cn-south-1.myhuaweicloud.com",
  "ap-southeast-3": "https://mpc.ap-southeast-3.myhuaweicloud.com",
} as const;

/** The names of headers. */
export const headers = {
  token: "X-Auth-Token",
  project: "X-Project-Id",
  date: "X-Sdk-Date",
  securityToken: "X-Security-Token",
  requestId: "X-Request-Id",
};

/** The scheme of a signed `Authorization`. */
export const signatureScheme = "SDK-HMAC-SHA256";

/** How far the date of a signature may be from the clock of the service, in seconds. */
export const dateTolerance = 900;

/** The environment variables that hold an access key. */
export const environment = {
  accessKey: "HUAWEICLOUD_SDK_AK",
  secretKey: "HUAWEICLOUD_SDK_SK",
  securityToken: "HUAWEICLOUD_SDK_SECURITY_TOKEN",
};

/** Who gives out tokens, in which header, and for how many seconds. */
export const issuer = {
  url: "https://iam.{region}.myhuaweicloud.com/v3/auth/tokens",
  header: "X-Subject-Token",
  seconds: 86400,
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

/** The bounds of `page`. */
export const page = {
  minimum: 0,
  maximum: 50000,
};

/** The bounds of `size`. */
export const size = {
  minimum: 1,
  maximum: 100,
};

/** What must hold of the texts of a task to create. */
export const taskRules: readonly {
  readonly path: readonly string[];
  readonly pattern: RegExp;
  readonly description: string;
  readonly optional?: true;
  readonly secret?: true;
}[] = [
  { path: ["input", "bucket"], pattern: /./s, description: "a text that is not empty" },
  { path: ["input", "location"], pattern: /./s, description: "a text that is not empty" },
  {
    path: ["input", "object"],
    pattern: /\.(?:m3u8|mpd)$/,
    description: "a path that ends in `.m3u8` or `.mpd`",
  },
  { path: ["output", "bucket"], pattern: /./s, description: "a text that is not empty" },
  { path: ["output", "location"], pattern: /./s, description: "a text that is not empty" },
  { path: ["output", "object"], pattern: /./s, description: "a text that is not empty" },
  {
    path: ["encryption", "hls_encrypt", "key"],
    pattern: /^[0-9A-Za-z+/]{21}[AQgw]==$/,
    description: "128 bits in base64, 22 characters and `==`",
    secret: true,
  },
  { path: ["encryption", "hls_encrypt", "url"], pattern: /./s, description: "a text that is not empty" },
  {
    path: ["encryption", "hls_encrypt", "iv"],
    pattern: /^[0-9A-Za-z+/]{21}[AQgw]==$/,
    description: "128 bits in base64, 22 characters and `==`",
    optional: true,
    secret: true,
  },
  {
    path: ["encryption", "hls_encrypt", "algorithm"],
    pattern: /(?:)/,
    description: "a text",
    optional: true,
  },
  { path: ["user_data"], pattern: /(?:)/, description: "a text", optional: true },
];

/** The status of a task at each point of its life, and when there is none. */
export const lifeCycle = {
  created: "WAITING",
  succeeded: "SUCCEEDED",
  failed: "FAILED",
  cancelled: "CANCELED",
  missing: "NO_TASK",
};

/** What a client can do about each error code. */
export const errorKinds: Record<
  string,
  "authentication" | "throttled" | "transient" | "request" | undefined
> = {
  "MPC.10202": "request",
  "MPC.10203": "authentication",
  "MPC.10204": "request",
  "MPC.10205": "request",
  "MPC.10206": "authentication",
  "MPC.10208": "request",
  "MPC.10212": "request",
  "MPC.10050": "transient",
  "MPC.10052": "request",
  "MPC.10053": "request",
  "MPC.10066": "request",
  "APIGW.0101": "request",
  "APIGW.0301": "authentication",
  "APIGW.0308": "throttled",
};

/** How many calls a tenant has, in how many seconds. */
export const rateLimit = {
  calls: 100,
  seconds: 60,
};
