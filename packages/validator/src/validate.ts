import { checkBody } from "./check-body.ts";
import { type ValueFinding, checkUnit } from "./check-unit.ts";
import type { Finding } from "./finding.ts";
import { operations, units } from "./generated/tables.ts";
import type { operations as Operations } from "./generated/types.ts";
import {
  checkMessage,
  type HttpRequest,
  type HttpResponse,
  hasBody,
  readHeader,
  readHeaders,
} from "./message.ts";
import type { CredentialTable, OperationTable } from "./operation.ts";
import { decodeParameters } from "./parameters.ts";
import { findRoute, splitUrl } from "./route.ts";
import { readStrength } from "./strength.ts";
import type { Strength } from "./unit.ts";
import { describeValue } from "./words.ts";

/** The `operationId` of an operation of the contract. */
export type OperationId = keyof Operations;

/** How to check. */
export interface ValidateOptions {
  /** How much is a finding. `strict` when absent. */
  strength?: Strength;
}

/** Says which operation of the contract a request asks for, if any. */
export function findOperation(request: Pick<HttpRequest, "method" | "url">): OperationId | undefined {
  checkMessage("request", request, { method: "string", url: "string" });
  const route = findRoute(splitUrl(request.url).pathname);
  return route?.path.operations[request.method.toUpperCase()] as OperationId | undefined;
}

/**
 * Checks a request: path, method, credentials, parameters, content type and body.
 *
 * @returns What breaks the contract; empty when all is well.
 * @throws {TypeError} When it is no request, or the strength is none.
 */
export function validateRequest(request: HttpRequest, options: ValidateOptions = {}): Finding[] {
  checkMessage("request", request, { method: "string", url: "string", headers: "object" });
  const strength = readStrength(options?.strength);
  const url = splitUrl(request.url);
  const route = findRoute(url.pathname);
  if (!route) {
    return inRequest([
      {
        at: "/path",
        rule: "path",
        expected: "a path of the contract",
        found: describeValue(url.pathname),
        contract: "#/paths",
      },
    ]);
  }
  const id = route.path.operations[request.method.toUpperCase()];
  if (id === undefined) {
    return inRequest([
      {
        at: "/method",
        rule: "method",
        expected: Object.keys(route.path.operations).join(", "),
        found: describeValue(request.method),
        contract: route.path.contract,
      },
    ]);
  }
  const operation = operations[id as OperationId];
  const decoded = decodeParameters(
    operation.parameters,
    route.parameters,
    new URLSearchParams(url.query),
    (name) => readHeader(request.headers, name),
  );
  return inRequest([
    ...checkSecurity(request, operation),
    ...(["path", "query", "header"] as const).flatMap((place) =>
      checkUnit(units[operation.units[place]]!, strength, decoded[place], `/${place}`),
    ),
    ...checkRequestBody(request, operation, strength),
  ]);
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
  if (!Number.isInteger(response.status) || response.status < 100 || response.status > 599) {
    throw new TypeError("response.status: give a whole number from 100 to 599");
  }
  const strength = readStrength(options?.strength);
  if (!Object.hasOwn(operations, operation)) {
    const known = Object.keys(operations).join(", ");
    throw new TypeError(`operation: the contract has no "${operation}"; it has ${known}`);
  }
  const { contract, responses } = operations[operation];
  const status = String(response.status);
  const table = responses[status] ?? responses[`${status[0]}XX`] ?? responses["default"];
  if (!table) {
    const expected = Object.keys(responses).join(", ");
    return inResponse([
      { at: "/status", rule: "status", expected, found: status, contract: `${contract}/responses` },
    ]);
  }
  const headers = readHeaders(response.headers, table.headers);
  const findings = checkUnit(units[table.headersUnit]!, strength, headers, "/header");
  if (Object.keys(table.content).length > 0) {
    return inResponse([...findings, ...checkBody(response, table.content, table.contract, strength)]);
  }
  return inResponse(hasBody(response) ? [...findings, noBody(table.contract)] : findings);
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

function inRequest(findings: ValueFinding[]): Finding[] {
  return findings.map((finding) => ({ in: "request", ...finding }));
}

function inResponse(findings: ValueFinding[]): Finding[] {
  return findings.map((finding) => ({ in: "response", ...finding }));
}

function noBody(contract: string): ValueFinding {
  return { at: "/body", rule: "no-body", expected: "no body", found: "one", contract };
}

function checkSecurity(request: HttpRequest, operation: OperationTable): ValueFinding[] {
  const { security, securityContract } = operation;
  const has = ({ header, scheme }: CredentialTable): boolean => {
    const value = readHeader(request.headers, header);
    return value !== undefined && (scheme === undefined || value.startsWith(`${scheme} `));
  };
  if (security.length === 0 || security.some((set) => set.every(has))) return [];
  const name = ({ header, scheme }: CredentialTable): string => (scheme ? `${header} (${scheme})` : header);
  const found = [...new Set(security.flat().filter(has).map(name))];
  return [
    {
      at: "/header",
      rule: "security",
      expected: security.map((set) => set.map(name).join(" with ")).join(", or "),
      found: found.length > 0 ? `only ${found.join(", ")}` : "none of them",
      contract: securityContract,
    },
  ];
}

function checkRequestBody(
  request: HttpRequest,
  { contract, requestBody }: OperationTable,
  strength: Strength,
): ValueFinding[] {
  if (!requestBody) return hasBody(request) ? [noBody(contract)] : [];
  if (hasBody(request)) return checkBody(request, requestBody.content, requestBody.contract, strength);
  if (!requestBody.required) return [];
  return [
    {
      at: "/body",
      rule: "required",
      expected: "a body",
      found: "nothing",
      contract: `${requestBody.contract}/required`,
    },
  ];
}
