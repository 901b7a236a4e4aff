// The parts of an OpenAPI document that hold schemas, and where each stands.
import { type Json, type Place, isObject, step } from "./json.ts";

export type NodeType =
  | "OpenAPI"
  | "Components"
  | "PathItem"
  | "Operation"
  | "Callback"
  | "Parameter"
  | "Header"
  | "RequestBody"
  | "MediaType"
  | "Encoding"
  | "Response"
  | "Example"
  | "Link"
  | "SecurityScheme"
  | "Schema";

/** A child is a node, or a map or a list of nodes. */
interface Child {
  type: NodeType;
  in?: "map" | "list";
}

const one = (type: NodeType): Child => ({ type });
const map = (type: NodeType): Child => ({ type, in: "map" });
const list = (type: NodeType): Child => ({ type, in: "list" });

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

const described = { schema: one("Schema"), examples: map("Example"), content: map("MediaType") };

/** The children of each type of node, by key. `*` is any key but an extension's. */
const shapes: Record<NodeType, Record<string, Child>> = {
  OpenAPI: { paths: map("PathItem"), webhooks: map("PathItem"), components: one("Components") },
  Components: {
    schemas: map("Schema"),
    responses: map("Response"),
    parameters: map("Parameter"),
    examples: map("Example"),
    requestBodies: map("RequestBody"),
    headers: map("Header"),
    securitySchemes: map("SecurityScheme"),
    links: map("Link"),
    callbacks: map("Callback"),
    pathItems: map("PathItem"),
  },
  PathItem: {
    parameters: list("Parameter"),
    ...Object.fromEntries(methods.map((method) => [method, one("Operation")])),
  },
  Operation: {
    parameters: list("Parameter"),
    requestBody: one("RequestBody"),
    responses: map("Response"),
    callbacks: map("Callback"),
  },
  Callback: { "*": one("PathItem") },
  Parameter: described,
  Header: described,
  RequestBody: { content: map("MediaType") },
  MediaType: { schema: one("Schema"), examples: map("Example"), encoding: map("Encoding") },
  Encoding: { headers: map("Header") },
  Response: { headers: map("Header"), content: map("MediaType"), links: map("Link") },
  Example: {},
  Link: {},
  SecurityScheme: {},
  Schema: {
    properties: map("Schema"),
    patternProperties: map("Schema"),
    dependentSchemas: map("Schema"),
    $defs: map("Schema"),
    allOf: list("Schema"),
    anyOf: list("Schema"),
    oneOf: list("Schema"),
    prefixItems: list("Schema"),
    items: one("Schema"),
    additionalProperties: one("Schema"),
    unevaluatedProperties: one("Schema"),
    unevaluatedItems: one("Schema"),
    not: one("Schema"),
    if: one("Schema"),
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: one("Schema"),
    else: one("Schema"),
    contains: one("Schema"),
    propertyNames: one("Schema"),
    contentSchema: one("Schema"),
  },
};

/** The section of the components that nodes of a type go into. A path item is written where it is used. */
export const sections: Partial<Record<NodeType, string>> = Object.fromEntries(
  Object.entries(shapes.Components)
    .filter(([section]) => section !== "pathItems")
    .map(([section, { type }]) => [type, section]),
);

/** A node of the document and its place. */
export interface Node {
  type: NodeType;
  value: Json;
  place: Place;
}

/** The children of a node, in the order in which they are written. References are not followed. */
export function childrenOf({ type, value, place }: Node): Node[] {
  if (!isObject(value) || (typeof value["$ref"] === "string" && type !== "Schema")) return [];
  const shape = shapes[type];
  return Object.entries(value).flatMap(([key, inner]): Node[] => {
    const child = Object.hasOwn(shape, key) ? shape[key] : key.startsWith("x-") ? undefined : shape["*"];
    if (child === undefined) return [];
    const at = step(place, key);
    if (child.in === undefined) return [{ type: child.type, value: inner, place: at }];
    if (typeof inner !== "object" || inner === null) return [];
    return Object.entries(inner)
      .filter(
        ([name]) =>
          child.type === "Schema" || !name.startsWith("x-") || child.in === "list" || key !== "paths",
      )
      .map(([name, node]) => ({ type: child.type, value: node, place: step(at, name) }));
  });
}

/** Every node of the document, each once, parents first. References are not followed. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

/** The whole document as a node. */
export function rootNode(root: Json): Node {
  return { type: "OpenAPI", value: root, place: "#" };
}
