import { type Received, requestIdOf, toResponse } from "./receive.ts";

/** What came, with the response that it came in. */
export interface WithResponse<T> {
  /** What came. */
  data: T;
  /** The response, its body unread. */
  response: Response;
  /** The ID that the gateway gave the request: quote it when you ask the vendor. */
  requestId: string | undefined;
}

/** A promise of data, which also gives the response that the data came in. */
export interface DataPromise<T> extends Promise<T> {
  /** The same data, beside its response and the ID of the request. */
  withResponse: () => Promise<WithResponse<T>>;
}

/** Sends at once, and promises what is read of the answer. */
export function toDataPromise<T>(
  send: () => Promise<Received>,
  read: (received: Received) => T,
): DataPromise<T> {
  const sent = send();
  const data = sent.then(read);
  return Object.assign(data, {
    withResponse: async () => {
      // In this order: a rejection of `data` that nobody awaits would end the process.
      const value = await data;
      const received = await sent;
      return { data: value, response: toResponse(received), requestId: requestIdOf(received.response) };
    },
  });
}
