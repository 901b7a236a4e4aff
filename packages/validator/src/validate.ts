import { checkUnit } from "./check-unit.ts";
import { checkRequest, checkResponse } from "./check-message.ts";
import type { Finding } from "./finding.ts";
import { operations, paths, units } from "./generated/tables.ts";
import type { operations as Operations } from "./generated/types.ts";
import { checkMessage, type HttpRequest, type HttpResponse } from "./message.ts";
import type { Contract, SimpleOperationTable } from "./operation.ts";
import { decodeParameters } from "./parameters.ts";
import { findRoute, splitUrl } from "./route.ts";
import { readStrength } from "./strength.ts";
import type { Strength } from "./unit.ts";

/** The `operationId` of an operation of the contract. */
export type OperationId = keyof Operations;

/** How to check. */
export interface ValidateOptions {
  /** How much is a finding. `strict` when absent. */
  strength?: Strength;
}

const contract: Contract<SimpleOperationTable> = {
  operations,
  findRoute: (pathname) => findRoute(paths, pathname),
  decodeParameters,
  decodeBody: (text) => JSON.parse(text) as unknown,
  check: (unit, strength, value, base) => checkUnit(units[unit]!, strength, value, base),
};

/**
 * Says which operation of the contract a request asks for, if any, and what the parameters in its path are: none
 * when the contract has no such path.
 */
export function routeOf(request: Pick<HttpRequest, "method" | "url">): {
  operation: OperationId | undefined;
  parameters: Record<string, string>;
} {
  checkMessage("request", request, { method: "string", url: "string" });
  const { parameters = {}, path } = contract.findRoute(splitUrl(request.url).pathname) ?? {};
  return { operation: path?.operations[request.method.toUpperCase()] as OperationId | undefined, parameters };
}

/** Says which operation of the contract a request asks for, if any. */
export function findOperation(request: Pick<HttpRequest, "method" | "url">): OperationId | undefined {
  return routeOf(request).operation;
}

/**
 * Checks a request: path, method, credentials, parameters, content type and body.
 *
 * @returns What breaks the contract; empty when all is well.
 * @throws {TypeError} When it is no request, or the strength is none.
 */
export function validateRequest(request: HttpRequest, options: ValidateOptions = {}): Finding[] {
  checkMessage("request", request, { method: "string", url: "string", headers: "object" });
  return checkRequest(contract, request, readStrength(options?.strength));
}

/**
 * Checks a response to `operation`: status, headers, content type and body.
 *
 * @returns What breaks the contract; empty when all is well.
 * @throws {TypeError} When it is no response, the contract has no such operation, or the strength is none.
 */
export function validateResponse(
  response: HttpResponse,
  operation: OperationId,
  options: ValidateOptions = {},
): Finding[] {
  checkMessage("response", response, { status: "number", headers: "object" });
  const strength = readStrength(options?.strength);
  if (!Object.hasOwn(operations, operation)) {
    const known = Object.keys(operations).join(", ");
    throw new TypeError(`operation: the contract has no "${operation}"; it has ${known}`);
  }
  return checkResponse(contract, response, operations[operation], strength);
}

/** Checks a request and the response to it. A response to a request that fits no operation is not checked. */
export function validateExchange(
  exchange: { request: HttpRequest; response: HttpResponse },
  options: ValidateOptions = {},
): Finding[] {
  checkMessage("exchange", exchange, { request: "object", response: "object" });
  const operation = findOperation(exchange.request);
  const findings = validateRequest(exchange.request, options);
  return operation === undefined
    ? findings
    : [...findings, ...validateResponse(exchange.response, operation, options)];
}
