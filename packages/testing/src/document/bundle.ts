import { type Json, type JsonObject, type Place, isObject, keysOf, step, valueAt } from "./json.ts";
import { type Node, type NodeType, childrenOf, rootNode, sections } from "./shapes.ts";
import { DocumentError, type SourceFile, nameOf, readSource } from "./source-file.ts";

/** A document in one piece, and where each part of it comes from. */
export interface Bundle {
  root: JsonObject;
  /** The files by their URLs. */
  files: Map<string, SourceFile>;
  /** From the places that are written elsewhere than their parent to `URL#pointer`. */
  origins: Record<Place, string>;
}

/** Reads the files that a document refers to, and puts all into one tree whose references begin with `#/`. */
export async function bundle(file: SourceFile): Promise<Bundle> {
  const files = new Map([[file.url.href, file]]);
  await readOthers(file, files);
  return joinFiles(file, files);
}

/** Reads the files that `file` refers to, and those that they refer to. */
async function readOthers(file: SourceFile, files: Map<string, SourceFile>): Promise<void> {
  const urls = new Set(
    [...referencesIn(file.value)]
      .filter((reference) => !reference.startsWith("#"))
      .map((reference) => urlOf(reference, file).href.split("#", 1)[0]!),
  );
  const unread = [...urls].filter((url) => !files.has(url));
  const read = await Promise.all(unread.map((url) => readSource(new URL(url))));
  for (const other of read) files.set(other.url.href, other);
  for (const other of read) await readOthers(other, files);
}

/** All that looks like a reference. What stands in an example or an extension is none. */
function* referencesIn(value: Json): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "$ref" && typeof inner === "string") yield inner;
    else if (!/^(?:examples?|const|enum|value|x-.*)$/.test(key) || isNamed(inner)) yield* referencesIn(inner);
  }
}

/** A map of examples, which may be references themselves. */
function isNamed(value: Json): boolean {
  return (
    isObject(value) &&
    Object.values(value).some((inner) => isObject(inner) && typeof inner["$ref"] === "string")
  );
}

function urlOf(reference: string, file: SourceFile): URL {
  try {
    return new URL(reference, file.url);
  } catch (error) {
    throw new DocumentError(`${nameOf(file.url)}: "$ref": "${reference}" is no address`, { cause: error });
  }
}

function joinFiles(rootFile: SourceFile, files: Map<string, SourceFile>): Bundle {
  const origins: Record<Place, string> = { "#": `${rootFile.url.href}#` };
  const components: Record<string, Record<string, Json>> = {};
  const places = new Map<string, Place>();

  /** What a reference of `file` points at. */
  function resolve(
    reference: string,
    file: SourceFile,
  ): { file: SourceFile; value: Json; place: Place; key: string } {
    const url = urlOf(reference, file);
    const fragment = decodeURIComponent(url.hash.slice(1));
    url.hash = "";
    const target = reference.startsWith("#") ? file : files.get(url.href);
    if (fragment !== "" && !fragment.startsWith("/")) {
      throw new DocumentError(
        `${nameOf(file.url)}: "$ref": "${reference}" names an anchor; only places such as "#/components/schemas/Name" are supported`,
      );
    }
    const value = target && valueAt(target.value, `#${fragment}`);
    if (target === undefined || value === undefined) {
      throw new DocumentError(`${nameOf(file.url)}: "$ref": "${reference}" points at nothing`);
    }
    return { file: target, value, place: `#${fragment}`, key: `${target.url.href}#${fragment}` };
  }

  /** Copies a node of `file`; `from` is its place there, `to` its place in the bundle. */
  function copy(node: Node, file: SourceFile, to: Place): Json {
    const { type, value } = node;
    if (!isObject(value)) return value;
    const reference = value["$ref"];
    let copied: JsonObject = value;
    if (typeof reference === "string") {
      const target = resolve(reference, file);
      const known = places.get(target.key);
      if (known === to || type === "PathItem") {
        origins[to] = target.key;
        const { $ref: _, ...beside } = value;
        const content = copy({ ...node, value: target.value, place: target.place }, target.file, to);
        return isObject(content) ? { ...content, ...beside } : content;
      }
      copied = { ...value, $ref: known ?? placeOf(target, type) };
      if (type !== "Schema") return copied;
    }
    const depth = keysOf(node.place).length;
    const children = childrenOf({ ...node, value }).map((child): [string[], Json] => {
      const keys = keysOf(child.place).slice(depth);
      return [keys, copy(child, file, step(to, ...keys))];
    });
    return withChildren(copied, children);
  }

  /** The place of a target in the bundle, where it is put when it is not there yet. */
  function placeOf(
    target: { file: SourceFile; value: Json; place: Place; key: string },
    type: NodeType,
  ): Place {
    if (target.file === rootFile) return target.place;
    const section = sections[type]!;
    const [last = ""] = keysOf(target.place).slice(-1);
    const base =
      last ||
      decodeURIComponent(target.file.url.pathname)
        .replace(/^.*\//, "")
        .replace(/\.[^.]*$/, "");
    const taken = (components[section] ??= {});
    let name = base;
    for (let count = 2; Object.hasOwn(taken, name); count += 1) name = `${base}-${count}`;
    const place = step("#/components", section, name);
    places.set(target.key, place);
    origins[place] = target.key;
    taken[name] = null;
    taken[name] = copy({ type, value: target.value, place: target.place }, target.file, place);
    return place;
  }

  const own =
    isObject(rootFile.value) && isObject(rootFile.value["components"]) ? rootFile.value["components"] : {};
  for (const [section, entries] of Object.entries(own)) {
    components[section] = isObject(entries) ? { ...entries } : {};
    // A component that is another file's is that file's place in the bundle.
    for (const [name, node] of Object.entries(components[section])) {
      if (!isObject(node) || typeof node["$ref"] !== "string" || node["$ref"].startsWith("#")) continue;
      const { key } = resolve(node["$ref"], rootFile);
      if (!places.has(key)) places.set(key, step("#/components", section, name));
    }
  }
  const root = copy(rootNode(rootFile.value), rootFile, "#") as JsonObject;
  const copiedComponents = (root["components"] ?? {}) as JsonObject;
  const joined = Object.fromEntries(
    Object.entries(components).map(([section, entries]) => [
      section,
      { ...entries, ...(copiedComponents[section] as JsonObject | undefined) },
    ]),
  );
  return { root: Object.keys(joined).length > 0 ? { ...root, components: joined } : root, files, origins };
}

/** A copy of a node with other children. A map of thousands is copied once, not once for each child. */
function withChildren(node: JsonObject, children: [keys: string[], value: Json][]): JsonObject {
  const maps = Map.groupBy(children, ([[key]]) => key!);
  const replaced = [...maps].map(([key, inside]): [string, Json] => {
    const [[[, first], value]] = inside as [[string[], Json]];
    if (first === undefined) return [key, value];
    const entries = Object.fromEntries(inside.map(([[, name], value]) => [name!, value]));
    const whole = node[key]!;
    return [
      key,
      Array.isArray(whole) ? Object.assign([...whole], entries) : { ...(whole as JsonObject), ...entries },
    ];
  });
  return { ...node, ...Object.fromEntries(replaced) };
}
