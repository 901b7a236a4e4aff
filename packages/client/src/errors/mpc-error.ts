/** What errors are made with, all of it optional. */
export interface MpcErrorOptions {
  /** The error behind this one. */
  cause?: unknown;
  /** The response that this error is about. */
  response?: Response | undefined;
  /** The ID that the gateway gave the request. */
  requestId?: string | undefined;
}

/** Any error of this client. Neither message nor properties hold a credential or a content key. */
export class MpcError extends Error {
  override name = "MpcError";
  /** The ID that the gateway gave the request: quote it when you ask the vendor. Absent when there was no response. */
  readonly requestId: string | undefined;
  /** The response, its body unread, when there was one. Not enumerable, so that no log shows its headers. */
  declare readonly response: Response | undefined;

  constructor(message: string, { requestId, response, ...options }: MpcErrorOptions = {}) {
    super(message, options);
    this.requestId = requestId;
    Object.defineProperty(this, "response", { value: response });
  }
}
