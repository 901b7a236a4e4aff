import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { HarValidator, PostmanValidator } from "@har-sdk/validator";
import type { Har } from "har-format";
import postman from "postman-collection";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createEmulator, emulatorToken } from "@mpc-contract/emulator";
import bundle from "@mpc-contract/openapi" with { type: "json" };
import exchanges from "@mpc-contract/openapi/exchanges.json" with { type: "json" };
import { matchContract, readContract, toExchange } from "@mpc-contract/testing";
import { operations } from "../src/contract/operation.ts";
import { sampleRequest } from "../src/samples/request.ts";
import { dist } from "./pages.ts";

const read = (path: string) => readFileSync(`${dist}${path}`, "utf8");

test("the contract is there as YAML, equal to the JSON", () => {
  expect(parse(read("openapi.yaml"))).toEqual(bundle);
  expect(JSON.parse(read("openapi.json"))).toEqual(bundle);
});

describe("the Postman collection", () => {
  const json = JSON.parse(read("postman.json"));
  const collection = new postman.Collection(json);
  const items: postman.Item[] = [];
  collection.forEachItem((item) => items.push(item));

  test("has the form that Postman publishes", async () => {
    expect(await new PostmanValidator().verify(json)).toEqual([]);
  });

  test("has every operation, every parameter with a description, and no secret", () => {
    expect(items.map(({ name }) => name)).toEqual(operations.map(({ summary }) => summary));
    for (const [index, operation] of operations.entries()) {
      const url = items[index]?.request.url;
      const query = url?.query.all() ?? [];
      const shown = [...(url?.variables.all() ?? []), ...query];
      expect(shown.map(({ key }) => key)).toEqual(operation.parameters.map(({ name }) => name));
      for (const { description } of shown) {
        expect(description).toMatchObject({ content: expect.stringMatching(/\w/) });
      }
      const sent = query.filter(({ disabled }) => !disabled).map(({ key }) => key);
      expect(sent).toEqual(Object.keys(sampleRequest(operation).query));
    }
    expect(collection.variables.get("token")).toBe("");
  });

  test("has the contract's examples as responses, with their headers", () => {
    for (const [index, item] of items.entries()) {
      const responses = operations[index]?.responses;
      const examples = responses?.groups.flat().flatMap(({ content }) => content?.examples ?? []);
      const bodies = item.responses
        .all()
        .flatMap(({ body }) => (body === undefined ? [] : [JSON.parse(body)]));
      expect(bodies).toEqual(examples?.map(({ value }) => value));
      for (const response of item.responses.all()) {
        expect(response.code).toBeGreaterThanOrEqual(200);
        for (const { name, examples } of responses?.headers ?? []) {
          expect(response.headers.get(name)).toBe(examples[0]);
        }
      }
    }
  });

  test("works as it is: task 31207 comes back", async () => {
    const contract = await readContract(bundle);
    const answers: Record<string, Response> = {};
    await using emulator = createEmulator();
    const preset = collection.variables.toObject() as Record<string, string>;
    const variables = { ...preset, endpoint: "http://emulator", token: emulatorToken };
    for (const item of items) {
      const request = requestOf(item, variables);
      const response = await emulator.fetch(request.clone());
      expect((await matchContract(contract, { request, response: response.clone() })).pass).toBe(true);
      answers[item.name] = response;
    }
    const [listed, created, cancelled] = operations.map(({ summary }) => answers[summary]);
    expect(await listed?.json()).toMatchObject({ task_array: [{ task_id: 31207 }], total: 1 });
    expect(created?.status).toBe(202);
    // The task is done already, so the emulator is right to refuse.
    expect(cancelled?.status).toBe(403);
  });
});

/** The request that Postman sends: without what is disabled, with variables and credential filled in. */
function requestOf(item: postman.Item, variables: Record<string, string>): Request {
  const fill = (text = "") => text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => variables[name] ?? "");
  const { method, url, headers, body } = item.request;
  const credential = item.getAuth().parameters().toObject() as { key: string; value: string; in: string };
  expect(credential.in).toBe("header");
  return new Request(fill(url.toString()), {
    method,
    headers: { ...(headers.toObject() as Record<string, string>), [credential.key]: fill(credential.value) },
    ...(body === undefined ? {} : { body: body.toString() }),
  });
}

describe("the HAR", () => {
  const har = JSON.parse(read("examples.har")) as Har;

  test("has the form of HAR 1.2", async () => {
    expect(await new HarValidator().verify(har as never)).toEqual([]);
  });

  test("has every exchange that keeps the contract, as redacted as it is there", () => {
    const found = har.log.entries.map((entry) => toExchange(entry, ""));
    expect(found).toHaveLength(exchanges.valid.length);
    for (const [index, { request, response }] of exchanges.valid.entries()) {
      expect(found[index]?.request.url).toMatch(new RegExp(`^https://[^/]+${RegExp.escape(request.url)}$`));
      for (const [name, value] of Object.entries(request.headers)) {
        expect(found[index]?.request.headers).toHaveProperty(name.toLowerCase(), value);
      }
      expect(found[index]?.response.status).toBe(response.status);
    }
    expect(JSON.stringify(har)).toContain("[redacted]");
  });

  test("passes the check of the contract on the command line", async () => {
    const { stdout } = await promisify(execFile)("mpc-contract", [
      "check",
      "--api",
      `${dist}openapi.json`,
      `${dist}examples.har`,
    ]);
    expect(stdout).toContain(`${exchanges.valid.length} exchanges`);
  });
});
