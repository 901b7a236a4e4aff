// The exchanges show all of the contract that an exchange can show.
import { describe, expect, test } from "vitest";
import { type Exchange, type Json, readContract, readExchanges } from "../generate/index.ts";

type JsonObject = { [key: string]: Json };

const contract = await readContract();
const { invalid, valid } = await readExchanges();
const all = [...valid, ...invalid];
const components = contract["components"] as Record<string, Record<string, JsonObject>>;
const [path] = Object.values(contract["paths"] as JsonObject) as [Record<string, JsonObject>];
const operations = Object.entries(path).filter(([, operation]) => operation["operationId"] !== undefined);

const ofMethod = (method: string): Exchange[] =>
  valid.filter(({ request }) => request.method === method.toUpperCase());
const queryOf = ({ request }: Exchange): URLSearchParams => new URL(request.url, "http://a").searchParams;
const words = (schema: string): string[] => components["schemas"]![schema]!["x-extensible-enum"] as string[];
const wordsIn = (exchanges: Exchange[], property: string): Set<unknown> => {
  const found = new Set<unknown>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === property) found.add(inner);
      collect(inner);
    }
  };
  for (const { request, response } of exchanges) collect([request.body, response.body]);
  return found;
};

describe.each(operations)("%s", (method, operation) => {
  test("has an exchange with each status", () => {
    const seen = new Set(ofMethod(method).map(({ response }) => String(response.status)));
    const documented = Object.keys(operation["responses"] as JsonObject);
    expect(documented.filter((status) => status !== "default" && !seen.has(status))).toEqual([]);
    expect([...seen].filter((status) => !documented.includes(status))).not.toEqual([]);
  });

  test("has an exchange with each parameter", () => {
    const parameters = ((operation["parameters"] ?? []) as JsonObject[]).map(({ $ref }) => {
      const name = ($ref as string).split("/").at(-1)!;
      return components["parameters"]![name]!["name"] as string;
    });
    const seen = new Set(ofMethod(method).flatMap((exchange) => [...queryOf(exchange).keys()]));
    expect(parameters.filter((name) => !seen.has(name))).toEqual([]);
  });
});

test("each status that can be asked for is asked for, and each that can come back comes back", () => {
  const asked = new Set(valid.map((exchange) => queryOf(exchange).get("status")));
  expect(words("TaskStatusFilter").filter((word) => !asked.has(word))).toEqual([]);
  const came = wordsIn(valid, "status");
  expect(words("TaskStatus").filter((word) => !came.has(word))).toEqual([]);
});

test("each algorithm is asked for", () => {
  const asked = wordsIn(valid, "algorithm");
  expect(words("EncryptionAlgorithm").filter((word) => !asked.has(word))).toEqual([]);
});

test("each error of a request comes back, with each of its statuses", () => {
  const codes = components["schemas"]!["ErrorCode"]!["x-error-codes"] as Record<
    string,
    { statuses: number[] }
  >;
  const documented = Object.entries(codes).flatMap(([code, { statuses }]) =>
    statuses.map((status) => `${code} ${status}`),
  );
  const came = new Set(
    all.map(
      ({ response }) => `${(response.body as { error_code?: string } | null)?.error_code} ${response.status}`,
    ),
  );
  expect(documented.filter((error) => !came.has(error))).toEqual([]);
});

test("each set of credentials is used", () => {
  const has = ({ request }: Exchange, scheme: JsonObject): boolean =>
    scheme["type"] === "http"
      ? (request.headers["Authorization"] ?? "").startsWith(scheme["scheme"] as string)
      : (scheme["name"] as string) in request.headers;
  const sets = (contract["security"] as JsonObject[]).map((set) => Object.keys(set));
  const schemes = components["securitySchemes"]!;
  expect(
    sets.filter((set) => !valid.some((exchange) => set.every((name) => has(exchange, schemes[name]!)))),
  ).toEqual([]);
});

test("IDs and times come as numbers and as texts, text holds more than ASCII, and pages are empty and cut", () => {
  for (const property of ["task_id", "create_time", "end_time"]) {
    expect(new Set([...wordsIn(valid, property)].map((value) => typeof value))).toEqual(
      new Set(["number", "string"]),
    );
  }
  expect([...wordsIn(valid, "user_data")].join("")).toMatch(/\p{Script=Han}.*\p{Emoji_Presentation}/su);
  expect(wordsIn(valid, "is_truncated")).toEqual(new Set([0, 1]));
  const pages = valid.map(
    ({ response }) => (response.body as { task_array?: unknown[] } | undefined)?.task_array,
  );
  expect(pages).toContainEqual([]);
});

test("none holds a secret", () => {
  const secret = new Set(["x-auth-token", "x-security-token", "authorization"]);
  const shown = all
    .flatMap(({ request }) => Object.entries(request.headers))
    .filter(([name]) => secret.has(name.toLowerCase()))
    .map(([, value]) => value);
  // Redacted, or one that is wrong on purpose and opens nothing.
  expect(shown.filter((value) => !/\[redacted\]$|^not-a-token$|Signature=0{64}$/.test(value))).toEqual([]);
});
