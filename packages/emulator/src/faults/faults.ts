import { draw } from "../random.ts";
import { refuse } from "../gateway/refuse.ts";
import type { Answer, WireResponse } from "../message.ts";
import type { Fault } from "./fault.ts";

/** Decides which requests go wrong: the first fault that fits does. */
export interface Faults {
  next: (operation: string | undefined) => Fault | undefined;
  /** Other faults, from now on. */
  set: (faults: readonly Fault[]) => void;
  list: () => readonly Fault[];
}

/** Draws from the seed: the same faults for the same requests in the same order. */
export function createFaults(given: readonly Fault[], random: number): Faults {
  let faults = given;
  let seen: number[] = [];
  let happened: number[] = [];
  return {
    next(operation) {
      for (const [index, fault] of faults.entries()) {
        if (fault.operation !== undefined && fault.operation !== operation) continue;
        if ((happened[index] ?? 0) >= (fault.count ?? Infinity)) continue;
        seen[index] = (seen[index] ?? 0) + 1;
        if (draw(random, `fault/${index}/${seen[index]}`) >= (fault.probability ?? 1)) continue;
        happened[index] = (happened[index] ?? 0) + 1;
        return fault;
      }
      return undefined;
    },
    set(others) {
      faults = others;
      seen = [];
      happened = [];
    },
    list: () => faults,
  };
}

/** The answer of a fault that answers itself, without the request having an effect. */
export function answerOf({ error, status }: Fault, requestId: string): Answer | undefined {
  if (error !== undefined) return refuse(error, requestId);
  return status === undefined ? undefined : { status };
}

/** A response, with what a fault does to it. */
export function spoil(
  response: WireResponse,
  { body, connection, contentType, retryAfter }: Fault,
): WireResponse {
  return {
    ...response,
    headers: {
      ...response.headers,
      ...(body !== undefined && { "Content-Type": "text/plain" }),
      ...(contentType !== undefined && { "Content-Type": contentType }),
      ...(retryAfter !== undefined && { "Retry-After": String(retryAfter) }),
    },
    text: body ?? response.text,
    ...(connection && { broken: connection }),
  };
}
