import type { ParameterTable, SimpleOperationTable } from "./operation.ts";

/** The texts of parameters, decoded as far as their types say. A text that has another type stays a text. */
export function decodeParameters(
  { parameters }: SimpleOperationTable,
  path: Record<string, string>,
  query: string,
  header: (name: string) => string | undefined,
): Record<ParameterTable["in"], Record<string, unknown>> {
  const typeOf = (place: ParameterTable["in"], name: string): ParameterTable["type"] | undefined =>
    parameters.find((parameter) => parameter.name === name && parameter.in === place)?.type;
  // Without a prototype, so that a parameter called `__proto__` is one like any other.
  const empty = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>;
  const decoded = { path: empty(), query: empty(), header: empty() };
  for (const name of Object.keys(path)) decoded.path[name] = decodeText(path[name]!, typeOf("path", name));
  const texts = new Map<string, string[]>();
  // Most requests have no query.
  for (const [name, text] of query === "" ? [] : new URLSearchParams(query)) {
    const others = texts.get(name);
    if (others) others.push(text);
    else texts.set(name, [text]);
  }
  for (const [name, all] of texts) {
    const type = typeOf("query", name);
    // A parameter that is given twice and is no list becomes one all the same, for its type to refuse.
    decoded.query[name] = type === "array" || all.length > 1 ? all : decodeText(all[0]!, type);
  }
  for (const parameter of parameters) {
    if (parameter.in !== "header") continue;
    const name = parameter.name.toLowerCase();
    const text = header(name);
    if (text !== undefined) decoded.header[name] = decodeText(text, parameter.type);
  }
  return decoded;
}

function decodeText(text: string, type: ParameterTable["type"] | undefined): unknown {
  if (type === "integer" && /^-?(?:0|[1-9][0-9]{0,15})$/.test(text)) return Number(text);
  if (type === "number" && /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/.test(text)) return Number(text);
  if (type === "boolean" && /^(?:true|false)$/.test(text)) return text === "true";
  return text;
}
