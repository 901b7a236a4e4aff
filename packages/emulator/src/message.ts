/** A request as it came over the wire. */
export interface WireRequest {
  /** The method, in upper case. */
  method: string;
  /** Path and query, or a whole URL. */
  url: string;
  /** By their names in lower case, as `node:http` has them. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body; empty when there is none. */
  text: string;
  /** Set when it is no message at all, such as one whose body is no UTF-8. */
  malformed?: boolean;
  /** Gives a signal that is aborted when nobody waits for the answer any more. Asked for where it takes long. */
  signal?: () => AbortSignal;
}

/** The answer to it, as it goes over the wire. */
export interface WireResponse {
  /** The HTTP status. */
  status: number;
  /** The headers, by the names that go over the wire. */
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
