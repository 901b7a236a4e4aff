/** A request and the response to it, as they go over the wire, with secrets redacted. Most are made up. */
export interface Exchange {
  /** The name of its file, without the ending. */
  name: string;
  /** What it shows, in one line. */
  summary: string;
  request: {
    method: string;
    /** Path and query, as sent. */
    url: string;
    headers: Record<string, string>;
    /** A JSON body, decoded. */
    body?: unknown;
    /** A body that is not JSON. */
    text?: string;
  };
  response: {
    status: number;
    headers: Record<string, string>;
    body?: unknown;
    text?: string;
  };
  /** The values that the service took because the request gave none, by their places in the request. */
  defaults?: Record<string, unknown>;
}

/** An exchange that breaks one rule of the contract. */
export interface InvalidExchange extends Exchange {
  breaks: {
    in: "request" | "response";
    /** Where in the message, as a JSON Pointer; a list when it is broken in several places. */
    at: string | string[];
    /** The keyword or rule that is broken. */
    rule: string;
    /** Which part of the contract says so, as a JSON Pointer into the bundle. */
    contract: string;
    /** Present when a tolerant check lets it pass. */
    only?: "strict";
  };
}
