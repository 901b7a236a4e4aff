/** A request as it came over the wire. */
export interface WireRequest {
  method: string;
  /** Path and query, or a whole URL. */
  url: string;
  /** By their names in lower case, as `node:http` has them. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body; empty when there is none. */
  text: string;
  /** Set when it is no message at all, such as one whose body is no UTF-8. */
  malformed?: boolean;
}

/** The answer to it, as it goes over the wire. */
export interface WireResponse {
  status: number;
  headers: Record<string, string>;
  /** The body; empty when there is none. */
  text: string;
  /** What happens to the connection: none of the answer arrives, or all but its second half. */
  broken?: "reset" | "cut";
}

/** An answer, before it has the headers that all answers have. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Reads a header by its name in lower case. */
export function headerOf(request: WireRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}

/** The path of a request, and its query without the question mark. */
export function splitUrl(url: string): { path: string; query: string } {
  const begin = url.startsWith("/") ? 0 : url.indexOf("/", url.indexOf("://") + 3);
  const from = begin === -1 ? url.length : begin;
  const hash = url.indexOf("#", from);
  const end = hash === -1 ? url.length : hash;
  const mark = url.indexOf("?", from);
  if (mark === -1 || mark > end) return { path: url.slice(from, end), query: "" };
  return { path: url.slice(from, mark), query: url.slice(mark + 1, end) };
}
