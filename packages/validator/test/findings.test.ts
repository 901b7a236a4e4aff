import { describe, expect, test } from "vitest";
import {
  describeFinding,
  findOperation,
  type HttpRequest,
  type HttpResponse,
  schemaOf,
  validateRequest,
  validateResponse,
} from "../src/index.ts";

const path = "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/encryptions";
const headers = { "X-Auth-Token": "a token" };

function asked(query: string): string[] {
  return validateRequest({ method: "GET", url: path + query, headers }).map(describeFinding);
}

function created(body: unknown): string[] {
  const request = {
    method: "POST",
    url: path,
    headers: { ...headers, "Content-Type": "application/json" },
    body,
  };
  return validateRequest(request).map(describeFinding);
}

function answered(response: Partial<HttpResponse>): string[] {
  const whole = { status: 200, headers: { "Content-Type": "application/json" }, ...response };
  return validateResponse(whole, "listEncryptionTasks").map(describeFinding);
}

describe("a finding says where, what was expected, what was found, and what says so", () => {
  test("of a bound", () => {
    expect(asked("?size=0")).toEqual([
      "request /query/size: expected at least 1, found 0 (minimum, #/components/parameters/Size/schema/minimum)",
    ]);
  });

  test("of a pattern, in the contract's words", () => {
    expect(asked("?start_time=20200230000000")).toEqual([
      "request /query/start_time: expected 14 digits `yyyymmddhhmmss` of a time that exists, " +
        'found "20200230000000" (pattern, #/components/schemas/TimestampText/pattern)',
    ]);
  });

  test("of a type", () => {
    expect(asked("?size=ten")).toEqual([
      'request /query/size: expected a whole number, found "ten" (type, #/components/parameters/Size/schema/type)',
    ]);
    expect(answered({ body: { task_array: {}, is_truncated: 0, total: 0 } })).toEqual([
      "response /body/task_array: expected a list, found an object " +
        "(type, #/components/schemas/EncryptionTaskPage/properties/task_array/type)",
    ]);
  });

  test("of a missing parameter, by the parameter", () => {
    expect(validateRequest({ method: "DELETE", url: path, headers }).map(describeFinding)).toEqual([
      'request /query: expected "task_id", found nothing (required, #/components/parameters/CancelTaskId/required)',
    ]);
  });

  test("of a name that the contract does not have, at that name", () => {
    expect(asked("?siez=1")).toEqual([
      'request /query/siez: expected nothing of that name, found "siez" ' +
        "(additionalProperties, #/paths/~1v1~1{project_id}~1encryptions/get/parameters)",
    ]);
    expect(asked("?__proto__=1&constructor=1")).toHaveLength(2);
    expect(asked("?a%0Ab%1B[31m%7F%C2%9B=1").join()).not.toMatch(/\p{Cc}/u);
  });

  test("of every rule that is broken, not only the first", () => {
    expect(asked("?size=0&page=-1&start_time=x")).toHaveLength(3);
  });

  test("of credentials, without their values", () => {
    const secret = "do-not-show-me";
    const [finding, ...others] = validateRequest({
      method: "GET",
      url: path,
      headers: { Authorization: `SDK-HMAC-SHA256 ${secret}`, "x-sdk-date": secret },
    });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ at: "/header", rule: "security", contract: "#/security" });
    expect(finding?.found).toBe("only authorization (SDK-HMAC-SHA256), x-sdk-date");
    expect(JSON.stringify(finding)).not.toContain(secret);
  });
});

describe("a secret is never shown", () => {
  const place = { bucket: "b", location: "l", object: "o.m3u8" };
  const secret = "do-not-show-me";

  test.each([
    ["a bad key", { hls_encrypt: { key: secret, url: "https://k" } }],
    ["a key and an IV that are bad", { hls_encrypt: { key: secret, iv: secret, url: "https://k" } }],
    ["a key in the place of its object", { hls_encrypt: secret }],
    ["a key one place higher still", secret],
    ["a key under another name", { hls_encrypt: { Key: secret, url: "https://k" } }],
  ])("%s", (_, encryption) => {
    const findings = created({ input: place, output: place, encryption });
    expect(findings).not.toEqual([]);
    expect(findings.join()).not.toContain(secret);
  });

  test("in a body that is not JSON", () => {
    const request = {
      method: "POST",
      url: path,
      headers: { ...headers, "Content-Type": "application/json" },
    };
    const findings = validateRequest({ ...request, text: `{"key": "${secret}"` });
    expect(findings.map(({ rule }) => rule)).toEqual(["json"]);
    expect(JSON.stringify(findings)).not.toContain(secret);
  });
});

describe("a message may be given in several forms", () => {
  const page = { task_array: [], is_truncated: 0, total: 0 };

  test("headers in any case, as an object or as Headers", () => {
    expect(answered({ headers: { "content-TYPE": "Application/JSON; charset=utf-8" }, body: page })).toEqual(
      [],
    );
    expect(answered({ headers: new Headers({ "content-type": "application/json" }), body: page })).toEqual(
      [],
    );
  });

  test("a body as text or decoded", () => {
    expect(answered({ text: JSON.stringify(page) })).toEqual([]);
    expect(answered({ body: page })).toEqual([]);
    expect(answered({ text: "" })).toHaveLength(1);
  });

  test("a URL whole or from its path on", () => {
    expect(findOperation({ method: "get", url: `https://mpc.example.com:8443${path}?size=1#top` })).toBe(
      "listEncryptionTasks",
    );
    expect(findOperation({ method: "GET", url: `${path}/` })).toBeUndefined();
    expect(findOperation({ method: "GET", url: "//" })).toBeUndefined();
  });

  test("a content type that names a property of every object", () => {
    const findings = answered({ headers: { "content-type": "constructor" }, body: page });
    expect(findings).toHaveLength(1);
  });
});

describe("what cannot be asked for is said in one line", () => {
  const response: HttpResponse = { status: 200, headers: {} };
  const request: HttpRequest = { method: "GET", url: "/no/such/path", headers };

  test("an operation that the contract lacks", () => {
    expect(() => validateResponse(response, "toString" as "listEncryptionTasks")).toThrow(
      new TypeError(
        'operation: the contract has no "toString"; it has listEncryptionTasks, createEncryptionTask, cancelEncryptionTask',
      ),
    );
  });

  test("a strength that there is not", () => {
    expect(() => validateRequest(request, { strength: "lax" as "strict" })).toThrow(
      new TypeError('strength: "lax" is neither "strict" nor "tolerant"'),
    );
  });

  test.each<[string, unknown, string]>([
    ["nothing", undefined, "request.method: give a text"],
    ["a request without a URL", { method: "GET", headers: {} }, "request.url: give a text"],
    ["a request without headers", { method: "GET", url: path }, "request.headers: give an object or Headers"],
    [
      "headers that are null",
      { method: "GET", url: path, headers: null },
      "request.headers: give an object or Headers",
    ],
  ])("%s", (_, message, words) => {
    expect(() => validateRequest(message as HttpRequest)).toThrow(new TypeError(words));
  });

  test("a response without a status", () => {
    const message = { headers: {} } as HttpResponse;
    expect(() => validateResponse(message, "listEncryptionTasks")).toThrow(
      new TypeError("response.status: give a number"),
    );
  });

  test.each<[string, Partial<Record<keyof HttpRequest, unknown>>, string]>([
    ["a header that is no text", { headers: { Authorization: 5 } }, 'headers["Authorization"]: give a text'],
    ["headers as a Map", { headers: new Map() }, "request.headers: give an object or Headers"],
    [
      "a Request of fetch",
      { text: () => Promise.resolve("") },
      "request.text: give the text of the body, as from await response.text()",
    ],
  ])("%s", (_, fields, words) => {
    const message = { method: "GET", url: path, headers, ...fields } as HttpRequest;
    expect(() => validateRequest(message)).toThrow(new TypeError(words));
  });

  test.each([NaN, -1, 99, 200.5, 600])("a status of %d", (status) => {
    expect(() => validateResponse({ status, headers: {} }, "listEncryptionTasks")).toThrow(
      new TypeError("response.status: give a whole number from 100 to 599"),
    );
  });

  test.each(["toString", "listEncryptionTasks_query"])("a schema called %s", (name) => {
    expect(() => schemaOf(name as "ErrorBody")).toThrow(
      `schema: the contract has no "${name}"; it has TaskIdFilter,`,
    );
  });

  test("a strength of a schema", () => {
    expect(() => schemaOf("ErrorBody", "toString" as "strict")).toThrow(
      new TypeError('strength: "toString" is neither "strict" nor "tolerant"'),
    );
  });
});
