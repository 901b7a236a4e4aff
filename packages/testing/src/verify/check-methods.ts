import { methods } from "../document/shapes.ts";
import { baseValues } from "./base-values.ts";
import { writeRequest } from "./request.ts";
import { wrongStatus } from "./service.ts";
import type { Check } from "./verify.ts";

/** Methods that a `fetch` refuses to send, and those that HTTP has a meaning of its own for. */
const unasked = new Set(["trace", "head", "options"]);

/** Methods that the path does not have. They are asked without a body, once for each path. */
export const checkMethods: Check = async function* (contract, operation, service) {
  const own = Object.values(contract.operations).filter(({ path }) => path === operation.path);
  if (own[0]?.id !== operation.id && own.some(({ method }) => method === "GET") && operation.method !== "GET")
    return;
  const known = new Set(own.map(({ method }) => method.toLowerCase()));
  for (const method of methods) {
    if (known.has(method) || unasked.has(method)) continue;
    const { body: _, ...base } = writeRequest(operation, baseValues(contract, operation), service.headers);
    const request = { ...base, method: method.toUpperCase() };
    const answer = await service.ask(request);
    if (answer === undefined) return;
    if (answer instanceof Error || (answer.status >= 400 && answer.status !== 500)) continue;
    yield {
      request,
      findings: [
        wrongStatus(
          operation.contract,
          "",
          "method",
          `a status of 4XX: there is no method ${request.method}`,
          answer,
        ),
      ],
    };
  }
};
