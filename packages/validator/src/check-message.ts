import { checkBody } from "./check-body.ts";
import { checkSecurity } from "./check-security.ts";
import type { Finding, ValueFinding } from "./finding.ts";
import { type HttpRequest, type HttpResponse, hasBody, readHeader, readHeaders } from "./message.ts";
import type { Contract, OperationTable } from "./operation.ts";
import { splitUrl } from "./route.ts";
import type { Strength } from "./unit.ts";
import { describeValue } from "./words.ts";

/** Says which operation of the contract a request asks for, if any. */
export function operationOf(
  contract: Pick<Contract, "findRoute">,
  request: Pick<HttpRequest, "method" | "url">,
): string | undefined {
  const route = contract.findRoute(splitUrl(request.url).pathname);
  return route?.path.operations[request.method.toUpperCase()];
}

/** Checks a request: path, method, credentials, parameters, content type and body. */
export function checkRequest<Operation extends OperationTable>(
  contract: Contract<Operation>,
  request: HttpRequest,
  strength: Strength,
): Finding[] {
  const url = splitUrl(request.url);
  const route = contract.findRoute(url.pathname);
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
  const operation = contract.operations[id]!;
  const decoded = contract.decodeParameters(operation, route.parameters, url.query, (name) =>
    readHeader(request.headers, name),
  );
  return inRequest([
    ...checkSecurity(request, operation),
    ...Object.entries(operation.units).flatMap(([place, unit]) =>
      contract.check(unit, strength, decoded[place], `/${place}`),
    ),
    ...checkRequestBody(contract, request, operation, strength),
  ]);
}

/** Checks a response to an operation: status, headers, content type and body. */
export function checkResponse(
  contract: Pick<Contract, "check" | "decodeBody">,
  response: HttpResponse,
  operation: OperationTable,
  strength: Strength,
): Finding[] {
  const { responses } = operation;
  const status = String(response.status);
  const table = responses[status] ?? responses[`${status[0]}XX`] ?? responses["default"];
  if (!table) {
    const expected = Object.keys(responses).join(", ");
    return inResponse([
      { at: "/status", rule: "status", expected, found: status, contract: `${operation.contract}/responses` },
    ]);
  }
  const headers = readHeaders(response.headers, table.headers);
  const findings = contract.check(table.headersUnit, strength, headers, "/header");
  if (Object.keys(table.content).length > 0) {
    return inResponse([
      ...findings,
      ...checkBody(contract, response, table.content, table.contract, strength),
    ]);
  }
  return inResponse(hasBody(response) ? [...findings, noBody(table.contract)] : findings);
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

function checkRequestBody(
  contract: Pick<Contract, "check" | "decodeBody">,
  request: HttpRequest,
  { contract: place, requestBody }: OperationTable,
  strength: Strength,
): ValueFinding[] {
  if (!requestBody) return hasBody(request) ? [noBody(place)] : [];
  if (hasBody(request)) {
    return checkBody(contract, request, requestBody.content, requestBody.contract, strength);
  }
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
