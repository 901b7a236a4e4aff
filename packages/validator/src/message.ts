/** Header fields: a `Headers`, or an object with names in any case. */
export type HeaderFields = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

interface Message {
  /** The header fields. */
  headers: HeaderFields;
  /** The body, decoded from JSON. */
  body?: unknown;
  /** The body as it went over the wire, instead of `body`. */
  text?: string;
}

/** A request, as it goes over the wire. */
export interface HttpRequest extends Message {
  /** The method, in any case. */
  method: string;
  /** Path and query, or a whole URL. */
  url: string;
}

/** A response, as it comes over the wire. */
export interface HttpResponse extends Message {
  /** The HTTP status, from 100 to 599. */
  status: number;
}

/** Reads a header by its name in lower case. */
export function readHeader(headers: HeaderFields, name: string): string | undefined {
  // Not by its class: that of another library or realm is as good.
  if (typeof headers.get === "function") return headers.get(name) ?? undefined;
  for (const key of Object.keys(headers)) {
    if (key.length === name.length && key.toLowerCase() === name) {
      const value: unknown = (headers as Record<string, unknown>)[key];
      if (value === undefined || typeof value === "string") return value;
      if (Array.isArray(value)) return value.join(", ");
      throw new TypeError(`headers["${key}"]: give a text`);
    }
  }
  return undefined;
}

/** Reads those of the headers that are there. */
export function readHeaders(headers: HeaderFields, names: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = readHeader(headers, name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** Says whether there is a body, an empty one not counting. */
export function hasBody(message: Message): boolean {
  return message.body !== undefined || (message.text !== undefined && message.text !== "");
}

/** Refuses what is no message. It may come from where no compiler looked. */
export function checkMessage(name: string, message: unknown, fields: Record<string, string>): void {
  const given = (typeof message === "object" && message !== null ? message : {}) as Record<string, unknown>;
  for (const [field, type] of Object.entries(fields)) {
    const value = given[field];
    if (typeof value !== type || value === null)
      throw new TypeError(`${name}.${field}: give ${kindsOf[type]}`);
  }
  if (!("headers" in fields)) return;
  const { headers, status, text } = given;
  if (status !== undefined && !(Number.isInteger(status) && Number(status) >= 100 && Number(status) <= 599)) {
    throw new TypeError(`${name}.status: give a whole number from 100 to 599`);
  }
  if (Array.isArray(headers) || headers instanceof Map) {
    throw new TypeError(`${name}.headers: give ${kindsOf["object"]}`);
  }
  // A Request or a Response of fetch has a function there, and its body has yet to come.
  if (text !== undefined && typeof text !== "string") {
    throw new TypeError(`${name}.text: give the text of the body, as from await response.text()`);
  }
}

const kindsOf: Record<string, string> = {
  string: "a text",
  number: "a number",
  object: "an object or Headers",
};
