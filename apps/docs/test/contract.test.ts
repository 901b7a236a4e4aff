import { describe, expect, test } from "vitest";
import bundle from "@mpc-contract/openapi" with { type: "json" };
import { dist, pagesOf, partAt, says, textOf } from "./pages.ts";

type Node = { [key: string]: unknown };

const pages = pagesOf(dist);
const document = bundle as unknown as {
  info: Node;
  servers: Node[];
  tags: Node[];
  paths: Record<string, Node>;
  components: { securitySchemes: Record<string, Node>; schemas: Record<string, Node> };
};

function page(path: string): string {
  const html = pages.get(`${path}index.html`);
  if (html === undefined) throw new Error(`There is no page /${path}`);
  return html;
}

/** A node laid over what its `$ref` leads to, each layer on its own. */
function layers(node: Node): Node[] {
  const { $ref, ...own } = node;
  if (typeof $ref !== "string") return [node];
  const keys = $ref.slice(2).split("/");
  const target = keys.reduce((value, key) => value[key] as Node, bundle as unknown as Node);
  return [own, ...layers(target)];
}

function merged(node: Node): Node {
  return Object.assign({}, ...layers(node).toReversed()) as Node;
}

/** All that is to be read in a node: keys that are names of the wire, and values, without `skip`. */
function texts(
  node: unknown,
  skip: string[] = [],
  pointer = "",
): { pointer: string; text: string | number }[] {
  if (typeof node === "string" || typeof node === "number") return [{ pointer, text: node }];
  if (Array.isArray(node)) return node.flatMap((item, index) => texts(item, skip, `${pointer}/${index}`));
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node)
    .filter(([key]) => key !== "$ref" && !skip.includes(key))
    .flatMap(([key, value]) => texts(value, skip, `${pointer}/${key}`));
}

/** What of a node is not in the text. */
function missing(html: string | undefined, node: unknown, skip: string[] = []): string[] {
  if (html === undefined) return ["the place itself"];
  const text = textOf(html);
  return texts(node, skip)
    .filter((wanted) => !says(text, wanted.text))
    .map((wanted) => `${wanted.pointer}: ${wanted.text}`);
}

/** What is said of a schema elsewhere than at its place: properties have places of their own. */
const elsewhere = ["properties", "required", "x-error-codes", "items"];

/** What of a schema, and of all in it, is not at its place on the page. */
function missingOfSchema(html: string, id: string, schema: Node): string[] {
  const own = layers(schema).flatMap((layer) =>
    // An example of an object is the sum of those of its properties; a page shows it in the samples.
    missing(partAt(html, id), layer, [...elsewhere, ...(holdsObjects(layer) ? ["examples"] : [])]),
  );
  const { default: preset, items, properties, required } = merged(schema);
  if (preset !== undefined) own.push(...missing(partAt(html, id), `Default ${preset as string | number}`));
  const inItems = items === undefined ? [] : missingOfItems(html, id, items as Node);
  return [
    ...own.map((text) => `${id} ${text}`),
    ...inItems,
    ...missingOfProperties(html, id, properties, required),
  ];
}

function missingOfItems(html: string, id: string, items: Node): string[] {
  const { properties, required } = merged(items);
  const own = layers(items).flatMap((layer) =>
    missing(partAt(html, id), layer, [...elsewhere, ...(holdsObjects(layer) ? ["examples"] : [])]),
  );
  return [...own.map((text) => `${id} items${text}`), ...missingOfProperties(html, id, properties, required)];
}

function missingOfProperties(html: string, id: string, properties: unknown, required: unknown): string[] {
  const mustBe = (required ?? []) as string[];
  return Object.entries((properties ?? {}) as Record<string, Node>).flatMap(([name, property]) => [
    ...missing(partAt(html, `${id}.${name}`), name),
    ...missingMark(html, `${id}.${name}`, mustBe.includes(name)),
    ...missingOfSchema(html, `${id}.${name}`, property),
  ]);
}

function missingMark(html: string, id: string, required: boolean): string[] {
  const marked = partAt(html, id)?.includes('class="required') === true;
  return marked === required ? [] : [`${id} required: ${required}`];
}

function holdsObjects(schema: Node): boolean {
  const { items, type } = schema as { items?: Node; type?: unknown };
  return type === "object" || (items !== undefined && merged(items)["type"] === "object");
}

function missingOfWrapped(html: string, id: string, wrapped: Node): string[] {
  const { schema } = merged(wrapped) as { schema: Node };
  const own = layers(wrapped).flatMap((layer) => missing(partAt(html, id), layer, ["schema", "in"]));
  const mark = missingMark(html, id, merged(wrapped)["required"] === true);
  return [...own.map((text) => `${id} ${text}`), ...mark, ...missingOfSchema(html, id, schema)];
}

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([key]) => methods.has(key))
    .map(([method, operation]) => ({ path, item, method, operation: operation as Node })),
);

describe.each(operations)("the page of $operation.operationId", ({ path, item, method, operation }) => {
  const html = page(`reference/${String(operation["operationId"])}/`);
  const responses = Object.entries(operation["responses"] as Record<string, Node>).map(
    ([status, response]) => [status, merged(response)] as const,
  );

  test("says what the operation is, and what is doubtful about it", () => {
    const wanted = {
      ...operation,
      path,
      method: method.toUpperCase(),
      of: [item["summary"], item["description"]],
    };
    expect(missing(html, wanted, ["parameters", "requestBody", "responses"])).toEqual([]);
  });

  test("says everything about each parameter, at the parameter", () => {
    const parameters = [
      ...((item["parameters"] ?? []) as Node[]),
      ...((operation["parameters"] ?? []) as Node[]),
    ];
    const found = parameters.flatMap((parameter) => {
      const { in: place, name } = merged(parameter);
      return missingOfWrapped(html, `${String(place)}.${String(name)}`, parameter);
    });
    expect(parameters.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });

  test("says everything about the request body, at each property", () => {
    const body = merged((operation["requestBody"] ?? {}) as Node);
    const media = Object.values((body["content"] ?? {}) as Record<string, { schema: Node }>);
    expect([
      ...missing(html, body, ["schema"]),
      ...missing(html, Object.keys((body["content"] ?? {}) as Node)),
      ...media.flatMap(({ schema }) => missingOfSchema(html, "body", schema)),
    ]).toEqual([]);
  });

  test("says everything about each response, at the response", () => {
    const found = responses.flatMap(([status, response]) => [
      ...missing(partAt(html, `response.${status}`), [status, response["description"]]),
      // Examples are in the samples.
      ...missing(html, response, ["schema", "headers"]),
    ]);
    expect(found).toEqual([]);
  });

  test("says everything about each response header, at the header", () => {
    const found = responses.flatMap(([status, response]) =>
      Object.entries((response["headers"] ?? {}) as Record<string, Node>).flatMap(([name, header]) => {
        const shared = `header.${name}`;
        const id = partAt(html, shared) === undefined ? `response.${status}.${shared}` : shared;
        return [...missing(partAt(html, id), name), ...missingOfWrapped(html, id, header)];
      }),
    );
    expect(found).toEqual([]);
  });

  test("says everything about each response body, at each property", () => {
    // Responses with the same body share one place, that of the first of them.
    const places = new Map<string, string>();
    const found = responses.flatMap(([status, response]) =>
      Object.values((response["content"] ?? {}) as Record<string, { schema: Node }>).flatMap(({ schema }) => {
        const shape = JSON.stringify(schema);
        const id = places.get(shape) ?? `response.${status}`;
        places.set(shape, id);
        const { properties, required } = merged(schema);
        return [
          ...layers(schema).flatMap((layer) => missing(html, layer, [...elsewhere, "examples"])),
          ...missingOfProperties(html, id, properties, required),
        ];
      }),
    );
    expect(found).toEqual([]);
  });
});

test("each error code has a place that says everything about it", () => {
  const html = page("errors/");
  const schema = Object.values(document.components.schemas).find(
    (schema) => "x-error-codes" in schema,
  ) as Node;
  const codes = Object.entries(schema["x-error-codes"] as Record<string, Node>);
  const meanings = schema["x-enumDescriptions"] as Record<string, string>;
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.flatMap(([code, of]) => missing(partAt(html, code), [code, of, meanings[code]]))).toEqual([]);
  expect(missing(html, schema, ["type", "minLength", "examples"])).toEqual([]);
});

test("each security scheme has a place that says everything about it", () => {
  const html = page("authentication/");
  const schemes = Object.entries(document.components.securitySchemes);
  expect(schemes.flatMap(([id, scheme]) => missing(partAt(html, id), [id, scheme]))).toEqual([]);
});

test("every server and every variable of it is listed", () => {
  expect(missing(page("endpoints/"), document.servers)).toEqual([]);
});

test("the first page says what the contract is about, and how sure it is", () => {
  expect(missing(page(""), [document.info, document.tags])).toEqual([]);
});

describe.each([
  { key: "x-discrepancy", path: "differences/" },
  { key: "x-assumptions", path: "questions/" },
])("every $key of the contract", ({ key, path }) => {
  const notes: unknown[] = [];
  JSON.stringify(bundle, (name, value: unknown) => {
    if (name === key) notes.push(...[value].flat());
    return value;
  });
  const entries = page(path)
    .split(/(?=<section)/)
    .slice(1);

  test("is listed, with a link to where it applies", () => {
    expect(entries).toHaveLength(notes.length);
    for (const [index, note] of notes.entries()) {
      expect(missing(entries[index], note)).toEqual([]);
      expect(entries[index]).toMatch(/<a href="\/(?:reference\/|endpoints\/|authentication\/|errors\/)/);
    }
  });
});

test("nothing in the contract is on no page at all", () => {
  // A report that names a part of the contract does not say what it is.
  const reports = new Set(["changes/index.html", "coverage/index.html", "benchmarks/index.html"]);
  const saying = [...pages].filter(([path]) => !reports.has(path));
  const all = saying.map(([, html]) => textOf(html)).join("\n");
  const keys = ["$ref", "openapi", "operationId"];
  expect(texts(bundle, keys).filter(({ text }) => !says(all, text))).toEqual([]);
});

test("the contract itself is published", async () => {
  const { default: published } = await import(`${dist}openapi.json`, { with: { type: "json" } });
  expect(published).toEqual(bundle);
});
