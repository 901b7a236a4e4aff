import { createHash, createHmac } from "node:crypto";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vector from "@mpc-contract/openapi/signing-vector.json" with { type: "json" };
import { type AccessKey, explainSignature, signRequest } from "../src/sign.ts";
import { hmac, sha256 } from "../src/digest-node.ts";
import * as web from "../src/digest-web.ts";

const date = new Date("2019-11-15T03:36:55Z");
const { accessKey, secretKey } = vector;
const credentials: AccessKey = { accessKey, secretKey };

async function authorizationOf(request: Request, key = credentials): Promise<string | null> {
  return (await signRequest(request, key, { date })).headers.get("Authorization");
}

async function canonicalLines(url: string): Promise<string[]> {
  return (await explainSignature(new Request(url), credentials)).canonicalRequest.split("\n");
}

describe("the vector that the vendor publishes", () => {
  const { canonicalRequestHash: canonicalHash, signature: signed } = vector;
  const request = new Request(vector.url, { headers: vector.headers });

  test("its stages", async () => {
    const stages = await explainSignature(request, credentials, { date });
    expect(await sha256(stages.canonicalRequest)).toBe(canonicalHash);
    expect(stages.stringToSign).toBe(`SDK-HMAC-SHA256\n${vector.date}\n${canonicalHash}`);
    expect(stages.signature).toBe(signed);
    expect(stages.headers.get("X-Sdk-Date")).toBe(vector.date);
  });

  test("the whole of it", async () => {
    expect(await authorizationOf(request)).toBe(
      `SDK-HMAC-SHA256 Access=${credentials.accessKey}, SignedHeaders=content-type;host;x-sdk-date, Signature=${signed}`,
    );
  });
});

test("where there is no node:crypto the digests are the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "binary" }),
      fc.uint8Array({ maxLength: 300 }),
      async (text, bytes) => {
        const key = `k${text.repeat(text.length % 9)}`;
        expect(await web.sha256(text)).toBe(await sha256(text));
        expect(await web.sha256(bytes.buffer)).toBe(await sha256(bytes.buffer));
        expect(await web.hmac({ secretKey: key }, text)).toBe(await hmac({ secretKey: key }, text));
        expect(await hmac({ secretKey: key }, text)).toBe(
          createHmac("sha256", key).update(text).digest("hex"),
        );
      },
    ),
    { seed: 31207, numRuns: 1000 },
  );
});

test.each(Object.entries({ "node:crypto": hmac, WebCrypto: web.hmac }))(
  "by %s, an access key whose secret key is replaced signs with the new one",
  async (_, hmac) => {
    const key = { secretKey: "first" };
    const first = await hmac(key, "text");
    expect(await hmac(key, "text")).toBe(first);
    key.secretKey = "second";
    expect(await hmac(key, "text")).toBe(await hmac({ secretKey: "second" }, "text"));
    expect(await hmac(key, "text")).not.toBe(first);
  },
);

interface VendorRequest {
  endpoint: string;
  method: string;
  headers: Record<string, string>;
  queryParams: Record<string, string[]>;
  data?: object | string;
}

interface VendorSigner {
  sign: (
    request: VendorRequest,
    key: { getAk: () => string; getSk: () => string },
  ) => { Authorization: string };
}

const { AKSKSigner } = createRequire(import.meta.url)(
  "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner",
) as { AKSKSigner: VendorSigner };

function signAsVendor(request: VendorRequest, key = credentials): string {
  return AKSKSigner.sign(request, { getAk: () => key.accessKey, getSk: () => key.secretKey }).Authorization;
}

function toFetch({ data, endpoint, headers, method, queryParams }: VendorRequest): Request {
  const query = Object.entries(queryParams).flatMap(([name, values]) =>
    values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  );
  return new Request(query.length > 0 ? `${endpoint}?${query.join("&")}` : endpoint, {
    method,
    headers,
    ...(data ? { body: JSON.stringify(data) } : {}),
  });
}

const text = fc.string({ unit: "binary" });
const segment = fc.stringMatching(/^[A-Za-z0-9_~-]{1,12}$/);
/** What a URL carries as it is. The vendor's signer encodes all else twice, as a test below shows. */
const pathSegment = fc.stringMatching(/^[A-Za-z0-9_~-][A-Za-z0-9_~.:@!$&()*+,;=-]{0,12}$/);
const vendorRequest = fc
  .record({
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE"),
    port: fc.constantFrom("", ":8443"),
    path: fc.array(pathSegment, { maxLength: 4 }),
    queryParams: fc.dictionary(
      fc.string({ unit: "binary", minLength: 1 }),
      fc.array(text, { maxLength: 4 }),
      {
        maxKeys: 4,
      },
    ),
    project: fc.option(segment),
    securityToken: fc.option(fc.stringMatching(/^[A-Za-z0-9+/=]{1,40}$/), { nil: undefined }),
    data: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.array(text)), { maxKeys: 3 }),
  })
  .map(({ data, path, port, project, queryParams, securityToken, ...rest }) => ({
    securityToken,
    request: {
      ...rest,
      endpoint: `https://mpc.example.com${port}/${path.join("/")}`,
      queryParams,
      headers: {
        "content-type": "application/json",
        "X-Sdk-Date": "20191115T033655Z",
        ...(project === null ? {} : { "x-project-id": project }),
        ...(securityToken === undefined ? {} : { "x-security-token": securityToken }),
      },
      ...(rest.method === "GET" ? {} : { data }),
    } as VendorRequest,
  }));

test("agrees with the vendor's signer", async () => {
  await fc.assert(
    fc.asyncProperty(vendorRequest, async ({ request, securityToken }) => {
      const key = securityToken === undefined ? credentials : { ...credentials, securityToken };
      const ours = await authorizationOf(toFetch(request), key);
      expect(ours).toBe(signAsVendor(structuredClone(request)));

      const stages = await explainSignature(toFetch(request), key, { date });
      expect(stages.headers.get("Authorization")).toBe(ours);
      expect(await hmac(key, stages.stringToSign)).toBe(stages.signature);
      expect(stages.stringToSign.split("\n")[2]).toBe(await sha256(stages.canonicalRequest));
    }),
    { seed: 31207, numRuns: 10_000 },
  );
});

describe("where the vendor's signer goes wrong", () => {
  const base: VendorRequest = {
    endpoint: "https://mpc.example.com/v1/p",
    method: "GET",
    headers: { "X-Sdk-Date": "20191115T033655Z" },
    queryParams: {},
  };

  test("it encodes an encoded path once more; a path is encoded once", async () => {
    const encoded = { ...base, endpoint: "https://mpc.example.com/v1/%E8%AE%A2" };
    expect(await authorizationOf(toFetch(encoded))).not.toBe(signAsVendor(encoded));
    expect((await canonicalLines(encoded.endpoint))[1]).toBe("/v1/%E8%AE%A2/");
  });

  test("it signs a body of text as JSON of that text; the bytes that are sent are signed", async () => {
    const data = "plain";
    const request = new Request(base.endpoint, { method: "POST", body: "plain" });
    request.headers.delete("Content-Type");
    const posted = { ...base, method: "POST", data };
    expect(await authorizationOf(request)).not.toBe(signAsVendor(posted));

    const { canonicalRequest } = await explainSignature(request, credentials);
    expect(canonicalRequest.split("\n").at(-1)).toBe(createHash("sha256").update("plain").digest("hex"));
  });

  test("it signs a header whatever its name; one with an underscore is never signed", async () => {
    const headers = { ...base.headers, "X-Project_Id": "p" };
    expect(signAsVendor({ ...base, headers })).toContain("SignedHeaders=host;x-project_id;x-sdk-date,");
    expect(await authorizationOf(toFetch({ ...base, headers }))).toContain("SignedHeaders=host;x-sdk-date,");
  });

  test("it sorts the caller's list; a request stays as it was", async () => {
    const queryParams = { task_id: ["31207", "1002"] };
    signAsVendor({ ...base, queryParams });
    expect(queryParams.task_id).toEqual(["1002", "31207"]);

    const request = toFetch({ ...base, queryParams: { task_id: ["31207", "1002"] } });
    const signed = await signRequest(request, credentials, { date });
    expect(signed.url).toBe("https://mpc.example.com/v1/p?task_id=31207&task_id=1002");
  });
});

describe("a signature", () => {
  test("covers method, path, query, body, host, content type and project", async () => {
    const url = "https://a.example.com/v1/p?x=1";
    const plain: RequestInit = {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "a/b", "X-Project-Id": "p" },
    };
    const requests = [
      new Request(url, plain),
      new Request(url, { ...plain, method: "PUT" }),
      new Request("https://a.example.com/v1/q?x=1", plain),
      new Request("https://a.example.com/v1/p?x=2", plain),
      new Request("https://a.example.com:81/v1/p?x=1", plain),
      new Request(url, { ...plain, body: "{ }" }),
      new Request(url, { ...plain, headers: { ...plain.headers, "Content-Type": "a/c" } }),
      new Request(url, { ...plain, headers: { ...plain.headers, "X-Project-Id": "q" } }),
    ];
    const signatures = await Promise.all(requests.map((request) => authorizationOf(request)));
    expect(new Set(signatures).size).toBe(requests.length);
  });

  test.each([
    ["?b=2&a=1", "a=1&b=2"],
    ["?a=2&a=10&a=1", "a=1&a=10&a=2"],
    ["?a", "a="],
    ["?a=&&b=", "a=&b="],
    ["?a=x=y", "a=x%3Dy"],
    ["?a=1+1", "a=1%201"],
    ["?a=1%2B1", "a=1%2B1"],
    [`?${new URLSearchParams({ a: "1 1+1" })}`, "a=1%201%2B1"],
    ["?a=%20!'()*~", "a=%20%21%27%28%29%2A~"],
    ["?a=订单😀", "a=%E8%AE%A2%E5%8D%95%F0%9F%98%80"],
    ["?a=%zz", "a=%25zz"],
  ])("reads the query %s as %s", async (search, canonical) => {
    expect((await canonicalLines(`https://a.example.com/${search}`))[2]).toBe(canonical);
  });

  test.each([
    ["", "/"],
    ["v1", "/v1/"],
    ["v1/", "/v1/"],
    ["a//b", "/a//b/"],
    ["a!'()*b:@", "/a%21%27%28%29%2Ab%3A%40/"],
    ["%61%2d%e8%ae%a2", "/a-%E8%AE%A2/"],
    ["a%2Fb", "/a/b/"],
    ["a%20b+c", "/a%20b%2Bc/"],
    ["100%", "/100%25/"],
    ["%ff%E8%ae", "/%FF%E8%AE/"],
    ["%ff/%e8%AE%a2", "/%FF/%E8%AE%A2/"],
    ["a%0ab", "/a%0Ab/"],
    ["%2e%7E%5f", "/.~_/"],
    ["%zz%", "/%25zz%25/"],
  ])("reads the path /%s as %s", async (path, canonical) => {
    expect((await canonicalLines(`https://a.example.com/${path}`))[1]).toBe(canonical);
  });

  test("covers a body that the request does not show, as in Firefox", async () => {
    const posted = () => new Request("https://a.example.com/", { method: "POST", body: "x" });
    const hidden = Object.defineProperty(posted(), "body", { value: undefined });
    expect(await authorizationOf(hidden)).toBe(await authorizationOf(posted()));
  });

  test("covers the headers that are named, in the order of their names, and the host", async () => {
    const headers = { "X-B": "2", "X-A": "1", "X-Project-Id": "p" };
    const request = new Request("https://a.example.com/", { headers });
    const signed = await signRequest(request, credentials, { date, signedHeaders: ["x-b", "x-a", "x-none"] });
    expect(signed.headers.get("Authorization")).toContain("SignedHeaders=host;x-a;x-b,");
  });

  test("is of now when no date is given", async () => {
    const signed = await signRequest(new Request("https://a.example.com/"), credentials);
    const text = String(signed.headers.get("X-Sdk-Date"));
    const at = Date.parse(text.replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5"));
    expect(Math.abs(at - Date.now())).toBeLessThan(5000);
  });

  test("leaves the caller's request as it was, its body unread", async () => {
    const request = new Request("https://a.example.com/", { method: "POST", body: "订单" });
    const before = [...request.headers];
    const signed = await signRequest(request, { ...credentials, securityToken: "t" });
    expect([...request.headers]).toEqual(before);
    expect(request.bodyUsed).toBe(false);
    expect(await request.text()).toBe("订单");
    expect(await signed.text()).toBe("订单");
    expect(signed.headers.get("X-Security-Token")).toBe("t");
  });
});

describe("what cannot be signed is said in one line, without a secret", () => {
  const request = new Request("https://a.example.com/", { method: "POST", body: "x" });
  const secret = "do-not-show-me";
  const sign = signRequest as (...args: unknown[]) => Promise<Request>;
  const explain = explainSignature as (...args: unknown[]) => Promise<unknown>;

  test.each<[string, unknown[], string]>([
    ["a URL", ["https://a.example.com/", credentials], "request: give a Request with an unread body"],
    [
      "no credentials",
      [request],
      "credentials.accessKey: give visible ASCII characters, without a line break",
    ],
    [
      "a token",
      [request, { token: secret }],
      "credentials.accessKey: give visible ASCII characters, without a line break",
    ],
    [
      "no secret key",
      [request, { accessKey: secret, secretKey: "" }],
      "credentials.secretKey: give visible ASCII characters, without a line break",
    ],
    [
      "a secret key with the line break of its file",
      [request, { accessKey: secret, secretKey: `${secret}\n` }],
      "credentials.secretKey: give visible ASCII characters, without a line break",
    ],
    ["no time", [request, credentials, { date: new Date("soon") }], "date: give a Date that exists"],
    [
      "a time that is no Date",
      [request, credentials, { date: "2019-11-15" }],
      "date: give a Date that exists",
    ],
    ["null for a time", [request, credentials, { date: null }], "date: give a Date that exists"],
    ["nothing", [], "request: give a Request with an unread body"],
  ])("%s", async (_, args, message) => {
    await expect(sign(...args)).rejects.toThrow(new TypeError(`signRequest: ${message}`));
    await expect(explain(...args)).rejects.toThrow(new TypeError(`explainSignature: ${message}`));
  });

  test("a body that was read", async () => {
    const read = request.clone();
    await read.text();
    await expect(sign(read, credentials)).rejects.toThrow("give a Request with an unread body");
  });
});
