// Parameters as they go over the wire, in all the styles of OpenAPI 3.1.
import type { Place } from "../document/json.ts";

export type ParameterPlace = "path" | "query" | "header" | "cookie";

/** A parameter, as far as it takes to decode it. */
export interface ParameterTable {
  name: string;
  in: ParameterPlace;
  /** Where the document describes it. */
  place: Place;
  required: boolean;
  style: string;
  explode: boolean;
  /** Present when the text is a document of that media type. */
  mediaType?: string;
  types: Set<string>;
  itemTypes: Set<string>;
  properties: Map<string, Set<string>>;
}

type Values = Record<string, unknown>;

// Without a prototype, so that a parameter called `__proto__` is one like any other.
const empty = (): Values => Object.create(null) as Values;

/** Decodes the parameters of a request. A text that is of another type than the document says stays a text. */
export function decodeParameters(
  parameters: ParameterTable[],
  path: Record<string, string>,
  query: string,
  header: (name: string) => string | undefined,
): Record<ParameterPlace, Values> {
  const decoded = { path: empty(), query: empty(), header: empty(), cookie: empty() };
  const of = (place: ParameterPlace): ParameterTable[] =>
    parameters.filter((parameter) => parameter.in === place);
  for (const parameter of of("path")) {
    const raw = path[parameter.name];
    const value = raw === undefined ? undefined : decodeSingle(parameter, raw, unescape);
    if (value !== undefined) decoded.path[parameter.name] = value;
  }
  for (const parameter of of("header")) {
    const name = parameter.name.toLowerCase();
    const raw = header(name);
    if (raw !== undefined) decoded.header[name] = decodeSingle(parameter, raw, (text) => text.trim());
  }
  decodePairs(of("query"), pairsOf(query, "&"), decoded.query, true);
  decodePairs(of("cookie"), pairsOf(header("cookie") ?? "", ";"), decoded.cookie, false);
  return decoded;
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Names and values, the values still as they were sent. */
function pairsOf(text: string, mark: string): Map<string, string[]> {
  const pairs = new Map<string, string[]>();
  for (const part of text.split(mark)) {
    if (part.trim() === "") continue;
    const at = part.indexOf("=");
    const name = unescapeQuery(at < 0 ? part : part.slice(0, at)).trim();
    const value = at < 0 ? "" : part.slice(at + 1);
    const others = pairs.get(name);
    if (others) others.push(value);
    else pairs.set(name, [value]);
  }
  return pairs;
}

function unescapeQuery(text: string): string {
  return unescape(text.replaceAll("+", " "));
}

/** Decodes the pairs of a query or of cookies. What no parameter takes is kept under its name. */
function decodePairs(
  parameters: ParameterTable[],
  pairs: Map<string, string[]>,
  decoded: Values,
  rest: boolean,
): void {
  for (const parameter of parameters) {
    const value = decodePair(parameter, pairs);
    if (value !== undefined) decoded[parameter.name] = value;
  }
  if (!rest) return;
  for (const [name, values] of pairs) {
    decoded[name] = values.length > 1 ? values.map(unescapeQuery) : unescapeQuery(values[0]!);
  }
}

function decodePair(parameter: ParameterTable, pairs: Map<string, string[]>): unknown {
  const { explode, name, style, types } = parameter;
  // The style says nothing of a parameter that is no object.
  if (style === "deepObject" && !types.has("object")) return undefined;
  if (types.has("object") && (style === "deepObject" || (style === "form" && explode))) {
    return decodeProperties(
      parameter,
      pairs,
      style === "deepObject" ? (key) => `${name}[${key}]` : (key) => key,
    );
  }
  const values = pairs.get(name);
  if (values === undefined) return undefined;
  pairs.delete(name);
  if (types.has("array") && explode && parameter.mediaType === undefined) {
    return values.map((text) => decodeText(unescapeQuery(text), parameter.itemTypes));
  }
  // A parameter that is given twice and is no list becomes one all the same, for its type to refuse.
  if (values.length > 1) return values.map((value) => (types.has("array") ? [value] : unescapeQuery(value)));
  return decodeSingle(parameter, values[0]!, unescapeQuery);
}

/** An object whose properties are sent as pairs of their own. */
function decodeProperties(
  parameter: ParameterTable,
  pairs: Map<string, string[]>,
  pairName: (key: string) => string,
): unknown {
  const object = empty();
  const prefix = `${parameter.name}[`;
  const keys =
    parameter.style === "deepObject"
      ? [...pairs.keys()]
          .filter((name) => name.startsWith(prefix) && name.endsWith("]"))
          .map((name) => name.slice(prefix.length, -1))
      : [...parameter.properties.keys()];
  for (const key of keys) {
    const values = pairs.get(pairName(key));
    if (values === undefined) continue;
    pairs.delete(pairName(key));
    const texts = values.map((text) => decodeText(unescapeQuery(text), parameter.properties.get(key)));
    object[key] = texts.length > 1 ? texts : texts[0];
  }
  return Object.keys(object).length > 0 ? object : undefined;
}

/** Decodes a value that is sent as one text. */
function decodeSingle(parameter: ParameterTable, raw: string, decode: (text: string) => string): unknown {
  const { explode, mediaType, name, style, types } = parameter;
  if (mediaType !== undefined) return decodeDocument(decode(raw), mediaType);
  let text = raw;
  if (style === "label" || style === "matrix") {
    if (text[0] !== (style === "label" ? "." : ";")) return undefined;
    text = text.slice(1);
  }
  const mark =
    {
      spaceDelimited: /%20|\+| /,
      pipeDelimited: /%7C|\|/i,
      label: explode ? /\./ : /,/,
      matrix: explode ? /;/ : /,/,
    }[style] ?? /,/;
  if (types.has("array")) {
    if (style === "matrix") text = text.replaceAll(`${name}=`, "");
    const parts = text === "" ? [] : text.split(mark);
    return parts.map((part) => decodeText(decode(part), parameter.itemTypes));
  }
  if (types.has("object")) return decodeObject(parameter, text, mark, decode);
  if (style === "matrix") text = text.replace(`${name}=`, "");
  return decodeText(decode(text), types);
}

function decodeObject(
  { explode, name, properties, style }: ParameterTable,
  text: string,
  mark: RegExp,
  decode: (text: string) => string,
): unknown {
  const object = empty();
  const parts = (style === "matrix" && !explode ? text.replace(`${name}=`, "") : text).split(mark);
  const pairs = explode
    ? parts.map((part) => part.split("=", 2))
    : parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1]]] : []));
  for (const [key = "", value = ""] of pairs)
    object[decode(key)] = decodeText(decode(value), properties.get(decode(key)));
  return object;
}

function decodeDocument(text: string, mediaType: string): unknown {
  if (!/[/+]json$/.test(mediaType)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function decodeText(text: string, types: Set<string> | undefined): unknown {
  if (types === undefined) return text;
  if (types.has("integer") && /^-?(?:0|[1-9][0-9]{0,15})$/.test(text)) return Number(text);
  if (types.has("number") && /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(text))
    return Number(text);
  if (types.has("boolean") && /^(?:true|false)$/.test(text)) return text === "true";
  if (types.has("null") && !types.has("string") && (text === "" || text === "null")) return null;
  return text;
}
