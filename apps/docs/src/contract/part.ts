import { bundle, type Json } from "./bundle.ts";

/** A place in the bundle, laid over the places that its `$ref` leads to. */
export interface Part<T> {
  /** The values of all layers; where two say something else, the outer one's. */
  value: T;
  /** The layers, the outermost first. */
  layers: { pointer: string; value: Partial<T> }[];
}

/** Reads the part at a JSON Pointer, such as `/components/schemas/TaskId`. */
export function part<T>(pointer: string): Part<T> {
  const layers: Part<T>["layers"] = [];
  let next: string | undefined = pointer;
  while (next !== undefined) {
    const { $ref, ...value } = at(next) as Partial<T> & { $ref?: string };
    layers.push({ pointer: next, value: value as Partial<T> });
    next = $ref?.slice(1);
  }
  const value = Object.assign({}, ...layers.toReversed().map((layer) => layer.value)) as T;
  return { value, layers };
}

/** Reads a part of a part: `inside(schema, "properties", "total")`. */
export function inside<T>(outer: Part<unknown>, ...steps: (string | number)[]): Part<T> {
  const rest = steps.map((step) => `/${escape(String(step))}`).join("");
  const layer = outer.layers.find(({ pointer }) => at(pointer + rest) !== undefined);
  if (layer === undefined) throw new Error(`${outer.layers[0]?.pointer} has no ${rest}`);
  return part<T>(layer.pointer + rest);
}

export function pointersOf(part: Part<unknown>): string[] {
  return part.layers.map((layer) => layer.pointer);
}

/** The value at a JSON Pointer, as it stands there. */
export function valueAt(pointer: string): Json {
  const value = at(pointer);
  if (value === undefined) throw new Error(`The contract has nothing at ${pointer}`);
  return value as Json;
}

/** The descriptions of all layers, the outermost first, each once. */
export function descriptionsOf(part: Part<{ description?: string }>): string[] {
  return [...new Set(part.layers.flatMap(({ value }) => value.description ?? []))];
}

/** Makes a key fit to stand in a JSON Pointer. */
export function escape(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The key that a step of a JSON Pointer stands for. */
export function unescape(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

function at(pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map(unescape)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], bundle);
}
