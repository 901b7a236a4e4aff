import { expect, test } from "vitest";
import { createMpcClient } from "../src/index.ts";

const good = { region: "cn-north-4", projectId: "p", credentials: { token: "t" } } as const;
/** A program that no compiler has looked at. */
const create = createMpcClient as (options?: object) => unknown;
const secret = "do-not-show-me";

test.each<[string, object, string]>([
  ["no project", { projectId: undefined }, "projectId: give 1 to 64 letters, digits, `_` or `-`"],
  [
    "a project that is a path",
    { projectId: `../${secret}` },
    "projectId: give 1 to 64 letters, digits, `_` or `-`",
  ],
  ["neither region nor endpoint", { region: undefined }, "region, endpoint: give one of the two"],
  ["both", { endpoint: "http://127.0.0.1:4010" }, "region, endpoint: give one of the two"],
  [
    "a region that is not known",
    { region: "cn-north-5" },
    "region: give one of cn-north-4, cn-north-1, cn-east-2, cn-east-3, cn-south-1, ap-southeast-3, or an endpoint instead",
  ],
  [
    "a region that is no text",
    { region: Symbol("cn-north-4") },
    "region: give one of cn-north-4, cn-north-1, cn-east-2, cn-east-3, cn-south-1, ap-southeast-3, or an endpoint instead",
  ],
  [
    "an endpoint without a scheme",
    { region: undefined, endpoint: "127.0.0.1:4010" },
    "endpoint: give a URL such as https://mpc.cn-north-4.myhuaweicloud.com",
  ],
  [
    "an endpoint of another kind",
    { region: undefined, endpoint: "file:///x" },
    "endpoint: give a URL such as https://mpc.cn-north-4.myhuaweicloud.com",
  ],
  [
    "an endpoint with a path",
    { region: undefined, endpoint: "http://a/v1" },
    "endpoint: give scheme, host and port, and nothing else",
  ],
  [
    "an endpoint with a password",
    { region: undefined, endpoint: `http://u:${secret}@a` },
    "endpoint: give scheme, host and port, and nothing else",
  ],
  [
    "no credentials",
    { credentials: undefined },
    "credentials: give either token, or accessKey and secretKey",
  ],
  [
    "credentials of both kinds",
    { credentials: { token: secret, accessKey: secret, secretKey: secret } },
    "credentials: give either token, or accessKey and secretKey",
  ],
  [
    "an empty token",
    { credentials: { token: "" } },
    "credentials.token: give visible ASCII characters, without a line break",
  ],
  [
    "a key without its secret",
    { credentials: { accessKey: secret } },
    "credentials.secretKey: give visible ASCII characters, without a line break",
  ],
  [
    "an empty security token",
    { credentials: { accessKey: secret, secretKey: secret, securityToken: "" } },
    "credentials.securityToken: give visible ASCII characters, without a line break",
  ],
  [
    "a token with the line break of its file",
    { credentials: { token: `${secret}\n` } },
    "credentials.token: give visible ASCII characters, without a line break",
  ],
  [
    "an access key with a header in it",
    { credentials: { accessKey: `${secret}\r\nX-Header: 1`, secretKey: secret } },
    "credentials.accessKey: give visible ASCII characters, without a line break",
  ],
  ["a fetch that is none", { fetch: secret }, "fetch: give a function, or leave it out"],
  ["a limiter that is none", { rateLimiter: 100 }, "rateLimiter: give a function, or leave it out"],
  ["a hook that is none", { onRequest: {} }, "onRequest: give a function, or leave it out"],
  ["another", { onResponse: [] }, "onResponse: give a function, or leave it out"],
  ["and another", { onRetry: null }, "onRetry: give a function, or leave it out"],
  ["no time at all", { timeout: 0 }, "timeout: give milliseconds, more than 0"],
  ["a time that is no number", { attemptTimeout: "soon" }, "attemptTimeout: give milliseconds, more than 0"],
  ["fewer retries than none", { maxRetries: -1 }, "maxRetries: give 0 or more"],
  ["retries that are no number", { maxRetries: Number.NaN }, "maxRetries: give 0 or more"],
])("%s", (_, wrong, message) => {
  const making = (): unknown => create({ ...good, ...wrong });
  expect(making).toThrow(new TypeError(`createMpcClient: ${message}`));
  expect(making).not.toThrow(secret);
});

test("no options at all", () => {
  expect(() => create()).toThrow(new TypeError("createMpcClient: options: give an object"));
});

test("an endpoint may end in a slash", () => {
  const { credentials, projectId } = good;
  expect(createMpcClient({ credentials, projectId, endpoint: "http://127.0.0.1:4010/" })).toHaveProperty(
    "GET",
  );
});

test.each(["..", ".", "", "a/b"])("a call for the project %j sends nothing", async (project_id) => {
  const mpc = createMpcClient({ ...good, fetch: () => Promise.reject(new Error("sent")) });
  await expect(mpc.GET("/v1/{project_id}/encryptions", { params: { path: { project_id } } })).rejects.toThrow(
    "MpcClient: params.path.project_id: give 1 to 64 letters, digits, `_` or `-`",
  );
});
