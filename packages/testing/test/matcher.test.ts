import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect as jestExpect } from "expect";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contractFetch, ContractError, readContract } from "../src/index.ts";
import { useContract } from "../src/matcher/vitest.ts";
import { useContract as useContractInJest } from "../src/matcher/jest.ts";
import { small } from "./small.ts";

// Who imports the expect of Jest instead of taking the global one says so.
declare module "expect" {
  // oxlint-disable-next-line typescript/no-unused-vars -- the parameters are Jest's
  interface Matchers<R extends void | Promise<void>, T = unknown> {
    toMatchContract: () => Promise<void>;
  }
}

await useContract(small);
const contract = await readContract(small);

/** A service whose answer is told by the request itself. */
const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url!, "http://localhost");
  response.writeHead(Number(searchParams.get("answer") ?? 200), {
    "Content-Type": searchParams.get("type") ?? "application/json",
  });
  response.end(searchParams.get("body") ?? '{"id":1,"name":"Rex"}');
});
let url = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const pet = (query = ""): string => `${url}/pets/1${query}`;
const wrong = (body: string): string => pet(`?body=${encodeURIComponent(body)}`);

describe("toMatchContract", () => {
  test("takes a response of fetch with its request, and leaves its body unread", async () => {
    const request = new Request(pet());
    const response = await fetch(request);
    await expect(response).toMatchContract({ request });
    await expect({ request, response }).toMatchContract();
    expect(await response.json()).toEqual({ id: 1, name: "Rex" });
  });

  test("takes a response with the name of its operation", async () => {
    await expect(await fetch(pet())).toMatchContract({ operation: "getPet" });
  });

  test("takes a request", async () => {
    await expect(new Request(pet())).toMatchContract();
    await expect(new Request(`${url}/pets/rex`)).not.toMatchContract();
    await expect({ method: "GET", url: "/pets/1", headers: {} }).toMatchContract();
  });

  test("takes an entry of a HAR", async () => {
    const entry = {
      request: { method: "GET", url: pet(), headers: [] },
      response: {
        status: 200,
        headers: [{ name: "Content-Type", value: "application/json" }],
        content: { mimeType: "application/json", text: '{"id":1,"name":"Rex"}' },
      },
    };
    await expect(entry).toMatchContract();
    entry.response.content.text = "{}";
    await expect(entry).not.toMatchContract();
  });

  test("takes a response of axios", async () => {
    const response = {
      status: 200,
      headers: { "content-type": "application/json" },
      data: { id: 1, name: "Rex" },
      config: { method: "get", baseURL: url, url: "/pets/1", headers: {} },
    };
    await expect(response).toMatchContract();
    await expect({ ...response, data: { id: "1" } }).not.toMatchContract();
  });

  test("explains a failure: the operation, the place, what the contract says and where, what came", async () => {
    const response = await fetch(wrong('{"id":0,"name":"Rex"}'));
    const check = expect(response).toMatchContract({ operation: "getPet" });
    await expect(check).rejects.toThrow(
      [
        "getPet: the response, with status 200, is not as the contract says",
        "",
        "  response /body/id: expected at least 1, found 0",
        "    minimum, #/components/schemas/Pet/properties/id/minimum",
      ].join("\n"),
    );
  });

  test("is strict unless it is told otherwise", async () => {
    const response = {
      status: 200,
      headers: { "content-type": "application/json" },
      body: { id: 1, name: "Rex", age: 3 },
    };
    await expect(response).not.toMatchContract({ operation: "getPet" });
    await expect(response).toMatchContract({ operation: "getPet", strength: "tolerant" });
  });

  test.each<[string, () => unknown, object | undefined, string]>([
    [
      "nothing",
      () => undefined,
      undefined,
      "give a Request, a Response, or an object with a request and a response",
    ],
    [
      "a response alone",
      () => new Response(),
      undefined,
      "give the request of the response, or its operation",
    ],
    [
      "an operation that is none",
      () => new Response(),
      { operation: "toString" },
      'the contract has no operation "toString"; it has getPet',
    ],
  ])("refuses %s in one line", async (_, subject, options, message) => {
    await expect(expect(subject()).toMatchContract(options)).rejects.toThrow(message);
  });

  test("refuses a body that is used up", async () => {
    const response = await fetch(pet());
    await response.text();
    await expect(expect(response).toMatchContract({ operation: "getPet" })).rejects.toThrow(
      "the body is used up",
    );
  });

  test("is the same for the expect of Jest", async () => {
    await useContractInJest(jestExpect, small);
    await jestExpect(new Request(pet())).toMatchContract();
    await jestExpect(new Request(`${url}/pets/rex`)).not.toMatchContract();
    await expect(jestExpect(new Request(`${url}/pets/rex`)).toMatchContract()).rejects.toThrow(
      'getPet: the request is not as the contract says\n\n  request /path/id: expected a whole number, found "rex"',
    );
  });
});

describe("contractFetch", () => {
  test("gives on a response that is as the contract says, unread", async () => {
    const checked = contractFetch(fetch, contract);
    const response = await checked(pet());
    await expect(response).toMatchContract();
    expect(await response.json()).toEqual({ id: 1, name: "Rex" });
  });

  test("rejects one that is not", async () => {
    const checked = contractFetch(fetch, contract);
    await expect(checked(wrong('{"id":1}'))).rejects.toThrow(ContractError);
    await expect(checked(pet("?answer=418"))).rejects.toThrow("expected 200, 404");
    await expect(checked(`${url}/cats`)).rejects.toThrow("a path of the contract");
  });

  test("lets a wrong request pass that is refused, and not one that is served", async () => {
    const checked = contractFetch(fetch, contract);
    const refused = `${url}/pets/rex?answer=404&body=${encodeURIComponent('{"error":"no such pet"}')}`;
    expect((await checked(refused)).status).toBe(404);
    await expect(checked(`${url}/pets/rex`)).rejects.toThrow("/path/id");
  });
});
