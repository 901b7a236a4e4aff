import { partAt, says, textOf } from "./pages.ts";

export type Node = { [key: string]: unknown };

/** What is said of a schema elsewhere than at its place: properties have places of their own. */
export const elsewhere = ["properties", "required", "x-error-codes", "items"];

/** All that is to be read in a node: keys that are names of the wire, and values, without `skip`. */
export function texts(
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
export function missing(html: string | undefined, node: unknown, skip: string[] = []): string[] {
  if (html === undefined) return ["the place itself"];
  const text = textOf(html);
  return texts(node, skip)
    .filter((wanted) => !says(text, wanted.text))
    .map((wanted) => `${wanted.pointer}: ${wanted.text}`);
}

function missingMark(html: string, id: string, required: boolean): string[] {
  const marked = partAt(html, id)?.includes('class="required') === true;
  return marked === required ? [] : [`${id} required: ${required}`];
}

/**
 * What of the parts of a document is not on a page: a text for each.
 *
 * @param presetLabel What the pages call a default.
 */
export function missingParts(document: Node, presetLabel: string) {
  /** A node laid over what its `$ref` leads to, each layer on its own. */
  function layers(node: Node): Node[] {
    const { $ref, ...own } = node;
    if (typeof $ref !== "string") return [node];
    const keys = $ref.slice(2).split("/");
    const target = keys.reduce((value, key) => value[key] as Node, document);
    return [own, ...layers(target)];
  }

  function merged(node: Node): Node {
    return Object.assign({}, ...layers(node).toReversed()) as Node;
  }

  /** What of a schema, and of all in it, is not at its place on the page. */
  function missingOfSchema(html: string, id: string, schema: Node): string[] {
    const own = layers(schema).flatMap((layer) =>
      // An example of an object is the sum of those of its properties; a page shows it in the samples.
      missing(partAt(html, id), layer, [...elsewhere, ...(holdsObjects(layer) ? ["examples"] : [])]),
    );
    const { default: preset, items, properties, required } = merged(schema);
    if (preset !== undefined)
      own.push(...missing(partAt(html, id), `${presetLabel} ${preset as string | number}`));
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
    return [
      ...own.map((text) => `${id} items${text}`),
      ...missingOfProperties(html, id, properties, required),
    ];
  }

  function missingOfProperties(html: string, id: string, properties: unknown, required: unknown): string[] {
    const mustBe = (required ?? []) as string[];
    return Object.entries((properties ?? {}) as Record<string, Node>).flatMap(([name, property]) => [
      ...missing(partAt(html, `${id}.${name}`), name),
      ...missingMark(html, `${id}.${name}`, mustBe.includes(name)),
      ...missingOfSchema(html, `${id}.${name}`, property),
    ]);
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

  return { layers, merged, missingOfProperties, missingOfSchema, missingOfWrapped };
}
