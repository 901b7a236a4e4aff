import type { HttpRequest, HttpResponse } from "@mpc-contract/validator/engine";

/** A request and the response to it. */
export interface Exchange {
  /** What to call it in a message: its file, or its place in a recording. */
  name: string;
  /** The request, as it went over the wire. */
  request: HttpRequest;
  /** The response, as it came over the wire. */
  response: HttpResponse;
  /** The one rule that it is known to break. Without it, the exchange keeps the contract. */
  breaks?: Breach;
  /**
   * The values that the service took because the request gave none, by their places in the request:
   * `{ "/query/size": 10 }`.
   */
  defaults?: Record<string, unknown>;
}

/** What an exchange is known to break. */
export interface Breach {
  /** Which message breaks it. */
  in: "request" | "response";
  /** Where; a list when it is broken in several places. */
  at: string | string[];
  /** Which rule, as a finding names it. */
  rule: string;
  /** Which part of the contract says so, as a finding names it. */
  contract: string;
  /** Present when a tolerant check lets it pass. */
  only?: "strict";
}
