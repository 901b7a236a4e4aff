// Documents in all their forms, and those that cannot be used.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkExchange, DocumentError, readContract } from "../src/index.ts";
import { small } from "./small.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "document-"));
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
  await write("small.json", JSON.stringify(small));
  await write("broken.yaml", "openapi: 3.1.1\npaths: [");
  await write("broken.json", '{"openapi": ');
});
afterAll(() => rm(folder, { recursive: true }));

const operation = (schema: unknown): object => ({
  openapi: "3.1.1",
  info: { title: "One", version: "1.0.0" },
  paths: {
    "/things": {
      post: {
        operationId: "post",
        requestBody: { required: true, content: { "application/json": { schema } } },
        responses: { "204": { description: "Done." } },
      },
    },
  },
});

async function findings(document: object, body: unknown): Promise<string[]> {
  const contract = await readContract(document);
  const request = { method: "POST", url: "/things", headers: { "content-type": "application/json" }, body };
  const response = { status: 204, headers: {} };
  return checkExchange(contract, { name: "", request, response }).findings.map(
    ({ at, rule }) => `${at} ${rule}`,
  );
}

describe("a document is read", () => {
  test("from a path, a URL of a file, a URL of a server, and an object", async () => {
    const file = join(folder, "small.json");
    const server = createServer((_, response) => void response.end(JSON.stringify(small)));
    await new Promise<void>((resolve) => void server.listen(0, resolve));
    const url = `http://localhost:${(server.address() as AddressInfo).port}/api.json`;
    for (const source of [file, pathToFileURL(file), url, small]) {
      expect(Object.keys((await readContract(source)).operations)).toEqual(["getPet"]);
    }
    server.close();
  });

  test("in several files, with a schema that contains itself, and says file and line", async () => {
    await writeFile(
      join(folder, "tree.yaml"),
      `openapi: 3.1.1
info: { title: Trees, version: 1.0.0 }
paths:
  /trees: { $ref: "paths.yaml#/trees" }
`,
    );
    await writeFile(
      join(folder, "paths.yaml"),
      `trees:
  get:
    operationId: listTrees
    responses:
      "200":
        description: Trees.
        content:
          application/json: { schema: { type: array, items: { $ref: node.yaml } } }
`,
    );
    await writeFile(
      join(folder, "node.yaml"),
      `type: object
required: [name]
properties:
  name: { type: string }
  children:
    type: array
    items: { $ref: node.yaml }
`,
    );
    const contract = await readContract(join(folder, "tree.yaml"));
    const response = {
      status: 200,
      headers: { "content-type": "application/json" },
      body: [{ name: "a", children: [{ name: "b", children: [{ name: 1 }] }] }],
    };
    const { findings } = checkExchange(contract, {
      name: "",
      request: { method: "GET", url: "/trees", headers: {} },
      response,
    });
    expect(findings).toEqual([
      expect.objectContaining({ at: "/body/0/children/0/children/0/name", rule: "type" }),
    ]);
    expect(contract.locate(findings[0]!.contract)).toBe(`${join(folder, "node.yaml")}:4`);
  });
});

describe("a document that cannot be used is refused in one line", () => {
  test.each<[string, () => string | object, string | RegExp]>([
    ["none", () => "/no/such.yaml", "/no/such.yaml: cannot be read: there is no such file"],
    ["broken YAML", () => join(folder, "broken.yaml"), /broken\.yaml:2:\d+: not YAML: /],
    ["broken JSON", () => join(folder, "broken.json"), /broken\.json: not JSON: /],
    [
      "OpenAPI 3.0",
      () => ({ openapi: "3.0.3", paths: {} }),
      '#: only OpenAPI 3.1 is supported, and this says "3.0.3"',
    ],
    ["Swagger", () => ({ swagger: "2.0" }), 'this says "2.0"'],
    [
      "a reference to nothing",
      () => operation({ $ref: "#/components/schemas/Nothing" }),
      '"$ref": "#/components/schemas/Nothing" points at nothing',
    ],
    [
      "a reference to a file that is not there",
      () => operation({ $ref: "/no/such/file.yaml" }),
      "file.yaml: cannot be read",
    ],
    ["an anchor", () => operation({ $anchor: "here" }), 'the keyword "$anchor" is not supported'],
    [
      "a dynamic reference",
      () => operation({ $dynamicRef: "#x" }),
      'the keyword "$dynamicRef" is not supported',
    ],
    [
      "an operationId that is there twice",
      () => ({ ...small, paths: { ...small.paths, "/cats": small.paths["/pets/{id}"] } }),
      '"getPet" is the operationId of #/paths/~1pets~1{id}/get, too',
    ],
    ["a schema that is a list", () => operation([]), "a Schema is an object, and this is []"],
    ["an address that is none", () => "https://", "https://: is no address"],
  ])("%s", async (_, source, message) => {
    const error = await Promise.resolve()
      .then(() => readContract(source()))
      .then(
        () => undefined,
        (reason: unknown) => reason as Error,
      );
    expect(error).toBeInstanceOf(DocumentError);
    expect(error?.message).toMatch(message);
    expect(error?.message).not.toContain("\n");
  });
});

describe("a strict check", () => {
  const base = { type: "object", properties: { a: { type: "string" } } };
  const cat = {
    type: "object",
    required: ["kind"],
    properties: { kind: { const: "cat" }, lives: { type: "integer" } },
  };
  const dog = {
    type: "object",
    required: ["kind"],
    properties: { kind: { const: "dog" }, bark: { type: "boolean" } },
  };
  test.each<[string, unknown, unknown, string[]]>([
    ["refuses what properties do not list", base, { b: 1 }, ["/body/b additionalProperties"]],
    ["takes what is allowed to be there", { ...base, additionalProperties: true }, { b: 1 }, []],
    [
      "counts the properties of all parts",
      { allOf: [base, { properties: { b: { type: "integer" } } }] },
      { a: "", b: 1 },
      [],
    ],
    [
      "refuses what no part lists",
      { allOf: [base, { properties: { b: { type: "integer" } } }] },
      { c: 1 },
      ["/body/c additionalProperties"],
    ],
    [
      "says once that no alternative fits",
      { anyOf: [{ type: "string" }, { type: "integer" }] },
      true,
      ["/body anyOf"],
    ],
    ["takes an alternative", { oneOf: [base, { type: "null" }] }, null, []],
    [
      "refuses what only another alternative lists",
      { oneOf: [cat, dog] },
      { kind: "dog", lives: 9 },
      ["/body/lives additionalProperties"],
    ],
    ["takes what the alternative lists", { oneOf: [cat, dog] }, { kind: "dog", bark: true }, []],
    [
      "says of a wrong value only what is wrong with it",
      { oneOf: [cat, dog] },
      { kind: "cow", lives: 9 },
      ["/body oneOf"],
    ],
    ["asks for nothing where nothing is said", {}, { any: ["thing"] }, []],
    [
      "does not mind what is asked for under not",
      { ...base, not: { required: ["a"], properties: { a: { const: "x" } } } },
      { a: "y" },
      [],
    ],
    [
      "knows the words of an open list",
      { type: "string", "x-extensible-enum": ["A"] },
      "B",
      ["/body x-extensible-enum"],
    ],
    ["compares with a constant", { const: 1 }, 2, ["/body const"]],
  ])("%s", async (_, schema, body, expected) => {
    expect(await findings(operation(schema), body)).toEqual(expected);
  });
});

describe("parameters are read in every style", () => {
  const list = { type: "array", items: { type: "integer" } };
  const point = {
    type: "object",
    properties: { x: { type: "integer" }, y: { type: "integer" } },
    required: ["x"],
  };
  const parameter = (more: object): object => ({
    openapi: "3.1.1",
    info: { title: "One", version: "1.0.0" },
    paths: {
      [(more as { in: string }).in === "path" ? "/things/{p}" : "/things"]: {
        get: {
          operationId: "get",
          parameters: [{ name: "p", required: true, ...more }],
          responses: { "204": { description: "Done." } },
        },
      },
    },
  });
  test.each<[string, object, string, Record<string, string>]>([
    ["form, exploded list", { in: "query", schema: list }, "?p=1&p=2", {}],
    ["form list", { in: "query", explode: false, schema: list }, "?p=1,2", {}],
    [
      "spaceDelimited list",
      { in: "query", style: "spaceDelimited", explode: false, schema: list },
      "?p=1%202",
      {},
    ],
    [
      "pipeDelimited list",
      { in: "query", style: "pipeDelimited", explode: false, schema: list },
      "?p=1|2",
      {},
    ],
    ["form, exploded object", { in: "query", schema: point }, "?x=1&y=2", {}],
    ["form object", { in: "query", explode: false, schema: point }, "?p=x,1,y,2", {}],
    [
      "deepObject",
      { in: "query", style: "deepObject", explode: true, schema: point },
      "?p[x]=1&p%5By%5D=2",
      {},
    ],
    [
      "a JSON document",
      { in: "query", content: { "application/json": { schema: point } } },
      `?p=${encodeURIComponent('{"x":1}')}`,
      {},
    ],
    ["simple list in the path", { in: "path", schema: list }, "/1,2", {}],
    ["label list", { in: "path", style: "label", schema: list }, "/.1,2", {}],
    ["matrix object", { in: "path", style: "matrix", explode: true, schema: point }, "/;x=1;y=2", {}],
    ["simple list in a header", { in: "header", schema: list }, "", { p: "1, 2" }],
    ["a number in a cookie", { in: "cookie", schema: { type: "number" } }, "", { cookie: "a=b; p=1.5" }],
    ["a boolean", { in: "query", schema: { type: "boolean" } }, "?p=true", {}],
  ])("%s", async (_, more, target, headers) => {
    const contract = await readContract(parameter(more));
    const check = (url: string, headers: Record<string, string>): string[] =>
      checkExchange(contract, {
        name: "",
        request: { method: "GET", url, headers },
        response: { status: 204, headers: {} },
      }).findings.map(({ at, found, rule }) => `${at} ${rule} ${found}`);
    expect(check(`/things${target}`, headers)).toEqual([]);
    const wrong = (text: string): string => text.replaceAll(/true|\d/g, "z");
    const wrongHeaders = Object.fromEntries(
      Object.entries(headers).map(([name, text]) => [name, wrong(text)]),
    );
    expect(check(`/things${wrong(target)}`, wrongHeaders)).not.toEqual([]);
  });

  test("a style that is for objects is refused for anything else", async () => {
    await expect(readContract(parameter({ in: "query", style: "deepObject", schema: list }))).rejects.toThrow(
      '"deepObject" is for objects',
    );
  });
});

test("credentials are looked for where they are: in a header, the query or a cookie", async () => {
  const schemes = {
    bearer: { type: "http", scheme: "bearer" },
    query: { type: "apiKey", in: "query", name: "key" },
    cookie: { type: "apiKey", in: "cookie", name: "session" },
    oauth: { type: "oauth2", flows: {} },
  };
  const check = async (scheme: string, url: string, headers: Record<string, string>): Promise<string[]> => {
    const contract = await readContract({
      ...small,
      components: { ...small.components, securitySchemes: schemes },
      security: [{ [scheme]: [] }],
    });
    const body = { id: 1, name: "Rex" };
    const response = { status: 200, headers: { "content-type": "application/json" }, body };
    return checkExchange(contract, {
      name: "",
      request: { method: "GET", url, headers },
      response,
    }).findings.map(({ rule }) => rule);
  };
  expect(await check("bearer", "/pets/1", { authorization: "Bearer x" })).toEqual([]);
  expect(await check("bearer", "/pets/1", { authorization: "Basic x" })).toEqual(["security"]);
  expect(await check("oauth", "/pets/1", { Authorization: "bearer x" })).toEqual([]);
  expect(await check("query", "/pets/1?key=x", {})).toEqual([]);
  expect(await check("query", "/pets/1", { key: "x" })).toEqual(["security"]);
  expect(await check("cookie", "/pets/1", { cookie: "a=b; session=x" })).toEqual([]);
  expect(await check("cookie", "/pets/1", { cookie: "a=b" })).toEqual(["security"]);
});

test("the headers of a response are read as their types", async () => {
  const document = operation({}) as {
    paths: Record<string, { post: { responses: Record<string, object> } }>;
  };
  document.paths["/things"]!.post.responses["204"] = {
    description: "Done.",
    headers: {
      "X-Count": { required: true, schema: { type: "integer", maximum: 9 } },
      "X-Names": { schema: { type: "array", items: { type: "string", minLength: 2 } } },
    },
  };
  const contract = await readContract(document);
  const check = (headers: Record<string, string>): string[] =>
    checkExchange(contract, {
      name: "",
      request: { method: "POST", url: "/things", headers: { "content-type": "application/json" }, body: {} },
      response: { status: 204, headers },
    }).findings.map(({ at, rule }) => `${at} ${rule}`);
  expect(check({ "x-count": "9", "x-names": "ab, cd" })).toEqual([]);
  expect(check({ "x-count": "10" })).toEqual(["/header/x-count maximum"]);
  expect(check({ "x-count": "many", "x-names": "ab,c" })).toEqual([
    "/header/x-count type",
    "/header/x-names/1 minLength",
  ]);
  expect(check({})).toEqual(["/header required"]);
});

test("what cannot be checked is a finding, and no pass", async () => {
  const document = operation({}) as { paths: Record<string, { post: { requestBody: { content: object } } }> };
  document.paths["/things"]!.post.requestBody.content = {
    "multipart/form-data": { schema: { type: "object" } },
  };
  const contract = await readContract(document);
  const request = {
    method: "POST",
    url: "/things",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    text: "--x--",
  };
  const { findings } = checkExchange(contract, { name: "", request, response: { status: 204, headers: {} } });
  expect(findings).toEqual([
    expect.objectContaining({ rule: "unsupported", found: "bodies of multipart/form-data" }),
  ]);
});
