import { refusals } from "../generated/wire.ts";
import type { Answer } from "../message.ts";

/** A kind of wrong request, as the contract names it. */
export type Refusal = keyof typeof refusals;

/** The refusals that the gateway gives instead of the service. Their bodies name the request. */
const byGateway: ReadonlySet<Refusal> = new Set(["no-such-path", "not-signed", "throttled"]);

/** The answer to a wrong request. */
export function refuse(refusal: Refusal, requestId: string): Answer {
  const { body, status } = refusals[refusal];
  return { status, body: byGateway.has(refusal) ? { ...body, request_id: requestId } : body };
}

/** A recorded answer, once more for another request. */
export function repeat(answer: Answer, requestId: string): Answer {
  const { body } = answer;
  const namesRequest = typeof body === "object" && body !== null && "request_id" in body;
  return namesRequest ? { ...answer, body: { ...body, request_id: requestId } } : answer;
}
