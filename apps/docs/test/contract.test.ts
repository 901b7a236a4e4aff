import { describe, expect, test } from "vitest";
import english from "@mpc-contract/openapi" with { type: "json" };
import { locales } from "../src/words/locales.ts";
import { elsewhere, missing, missingParts, type Node, texts } from "./missing.ts";
import { dist, pagesOf, partAt, says, textOf } from "./pages.ts";

const pages = pagesOf(dist);
const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

describe.each(
  locales.map(({ contract, folder, ...locale }) => ({
    ...locale,
    bundle: contract,
    folder: folder === undefined ? "" : `${folder}/`,
  })),
)("in $name", ({ bundle, folder, words }) => {
  const document = bundle as unknown as {
    info: Node;
    servers: Node[];
    tags: Node[];
    paths: Record<string, Node>;
    components: { securitySchemes: Record<string, Node>; schemas: Record<string, Node> };
  };
  const { layers, merged, missingOfProperties, missingOfSchema, missingOfWrapped } = missingParts(
    document,
    words.rules.default,
  );

  function page(path: string): string {
    const html = pages.get(`${folder}${path}index.html`);
    if (html === undefined) throw new Error(`There is no page /${folder}${path}`);
    return html;
  }

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
      expect(missing(html, wanted, ["parameters", "requestBody", "responses", "tags"])).toEqual([]);
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
        Object.values((response["content"] ?? {}) as Record<string, { schema: Node }>).flatMap(
          ({ schema }) => {
            const shape = JSON.stringify(schema);
            const id = places.get(shape) ?? `response.${status}`;
            places.set(shape, id);
            const { properties, required } = merged(schema);
            return [
              ...layers(schema).flatMap((layer) => missing(html, layer, [...elsewhere, "examples"])),
              ...missingOfProperties(html, id, properties, required),
            ];
          },
        ),
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
    expect(codes.flatMap(([code, of]) => missing(partAt(html, code), [code, of, meanings[code]]))).toEqual(
      [],
    );
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
    // A tag is shown by the name that is made for people.
    expect(missing(page(""), [document.info, document.tags.map(({ name: _, ...tag }) => tag)])).toEqual([]);
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
        expect(entries[index]).toMatch(
          new RegExp(`<a href="/${folder}(?:reference|endpoints|authentication|errors)/`),
        );
      }
    });
  });

  test("nothing in the contract is on no page at all", () => {
    // A report that names a part of the contract does not say what it is.
    const reports = /^(?:zh-cn\/)?(?:changes|coverage|benchmarks)\//;
    const all = [...pages]
      .filter(([path]) => !reports.test(path))
      .filter(([path]) => path.startsWith("zh-cn/") === (folder !== ""))
      .map(([, html]) => html)
      .map(textOf)
      .join("\n");
    const keys = ["$ref", "openapi", "operationId", "tags"];
    expect(texts(bundle, keys).filter(({ text }) => !says(all, text))).toEqual([]);
  });
});

test("the contract itself is published", async () => {
  const { default: published } = await import(`${dist}openapi.json`, { with: { type: "json" } });
  expect(published).toEqual(english);
});
