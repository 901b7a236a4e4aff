// What the linter hands to a rule, as far as the rules here use it. The CLI publishes no types of its own.

/** A place in a file of the contract. */
export interface Place {
  /** A JSON Pointer, with `#` before it. */
  pointer: string;
  source: { absoluteRef: string };
  child: (steps: string | number | (string | number)[]) => Place;
}

/** What a `$ref` points at. Nothing, when the file or the pointer does not exist. */
interface Resolved<Node> {
  node?: Node;
  location?: Place;
}

export interface Reference {
  $ref: string;
}

export interface Context {
  /** The key under which the node was come upon. */
  key: string | number;
  /** Where the node stands: behind the `$ref`, where there is one. */
  location: Place;
  type: { name: string };
  report: (problem: { message: string; location: Place }) => void;
  /**
   * Follows a `$ref`, seen from the file `from` or else from the one that the node stands in. What is no `$ref`
   * comes back as it is, with a location that says nothing.
   */
  resolve: <Node>(node: Node | Reference, from?: string) => Resolved<Node>;
}

/** Looks at each node of a type. It sees a node once, however many refer to it. */
type Visit<Node> = (node: Node, context: Context) => void;

/** A rule: what it looks at. What stands beside a `$ref` is to be seen by `ref` only. */
export type Rule = () => {
  Operation?: Visit<Described>;
  Parameter?: Visit<Exampled>;
  Header?: Visit<Exampled>;
  RequestBody?: Visit<Described>;
  Responses?: Visit<Record<string, Response | Reference>>;
  Response?: Visit<Response>;
  SecurityScheme?: Visit<Described>;
  Schema?: Visit<Schema>;
  /** Every node of every type. */
  any?: Visit<unknown>;
  ref?: (node: Reference & Schema, context: Context, target: Resolved<unknown>) => void;
};

export interface Described {
  name?: string;
  operationId?: string;
  description?: string;
}

/** A parameter or a header. */
export interface Exampled extends Described {
  schema?: Schema | Reference;
  example?: unknown;
  examples?: Record<string, { value?: unknown } | Reference>;
}

interface Response extends Described {
  content?: Record<string, { schema?: Schema | Reference }>;
}

/** A schema, as far as the rules here read it. */
export interface Schema extends Described {
  type?: string | string[];
  example?: unknown;
  examples?: unknown[];
  default?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: Schema | Reference;
  "x-discrepancy"?: unknown;
  "x-extensible-enum"?: string[];
  "x-enumDescriptions"?: Record<string, string>;
  "x-error-codes"?: Record<string, unknown>;
}

export function isReference(node: unknown): node is Reference {
  return typeof node === "object" && node !== null && "$ref" in node && typeof node.$ref === "string";
}

/** What a schema is to others, when it is something: a component, a property, or the items of an array. */
export function roleOf(schema: Place): "component" | "property" | "items" | undefined {
  if (/^#\/(?:components\/schemas\/[^/]+)?$/.test(schema.pointer)) return "component";
  if (/\/properties\/[^/]+$/.test(schema.pointer)) return "property";
  if (schema.pointer.endsWith("/items")) return "items";
  return undefined;
}

/** What to call a node in a message: the name that it bears, or else that of its file, or of its place in one. */
export function nameOf(node: { name?: string; operationId?: string }, { pointer, source }: Place): string {
  const path = pointer === "#/" ? source.absoluteRef.replace(/\.(?:yaml|json)$/, "") : pointer;
  const step = path
    .slice(path.lastIndexOf("/") + 1)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
  return node.name ?? node.operationId ?? step;
}
