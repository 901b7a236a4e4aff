import type { Json } from "../contract/bundle.ts";

/** No line of a sample is longer where it can be broken: it must fit its panel without scrolling. */
const width = 58;

/** How a language writes values. */
export interface Notation {
  /** One step in. */
  indent: string;
  /** What stands between the braces of an object on one line and what is in it. */
  padding: string;
  key: (name: string) => string;
  scalar: (value: string | number | boolean | null) => string;
}

/** A value in a language, one line for each item or property. */
export function brokenLiteral(value: Json, notation: Notation, indent = ""): string {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) {
    return joined(value, notation);
  }
  const inner = `${indent}${notation.indent}`;
  const line = (item: Json, name: string) =>
    `${inner}${name}${literal(item, notation, inner, `${name},`.length)},\n`;
  const lines = Array.isArray(value)
    ? value.map((item) => line(item, ""))
    : Object.entries(value).map(([key, item]) => line(item, `${notation.key(key)}: `));
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join("")}${indent}${close}`;
}

/** A value in a language, on one line where it fits beside so many other characters. */
export function literal(value: Json, notation: Notation, indent: string, beside: number): string {
  const line = joined(value, notation);
  return indent.length + beside + line.length <= width ? line : brokenLiteral(value, notation, indent);
}

function joined(value: Json, notation: Notation): string {
  if (typeof value !== "object" || value === null) return notation.scalar(value);
  if (Array.isArray(value)) return `[${value.map((item) => joined(item, notation)).join(", ")}]`;
  const entries = Object.entries(value).map(
    ([key, inner]) => `${notation.key(key)}: ${joined(inner, notation)}`,
  );
  return entries.length === 0 ? "{}" : `{${notation.padding}${entries.join(", ")}${notation.padding}}`;
}
