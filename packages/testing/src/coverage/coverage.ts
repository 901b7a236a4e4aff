import {
  type Finding,
  type HttpRequest,
  type HttpResponse,
  readHeader,
  splitUrl,
} from "@mpc-contract/validator/engine";
import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/read-operations.ts";
import { isDeepStrictEqual } from "node:util";
import { type Place, isObject, objectAt, step, valueAt } from "../document/json.ts";
import { defaultPlace } from "../exchange/check-defaults.ts";
import { type CheckedExchange, checkExchange } from "../exchange/check-exchange.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { type Item, itemsOf } from "./items.ts";
import { type Mark, observeValue } from "./observe.ts";
import { isStandardHeader } from "./standard-headers.ts";

/** What exchanges have shown of a contract. */
export interface Coverage {
  /** All that there is to be seen, by the keys of the items. */
  items: Map<string, Item>;
  /** How often each item was seen kept, by its key. */
  kept: Map<string, number>;
  /** How often each item was seen broken, by its key. */
  broken: Map<string, number>;
  /** Headers that came and that the contract does not have, by operation. */
  undocumented: Set<string>;
}

/** Collects what exchanges show of a contract, one after the other. */
export function createCoverage(contract: Contract): {
  coverage: Coverage;
  see: (exchange: Exchange, checked?: CheckedExchange) => void;
} {
  const coverage: Coverage = {
    items: itemsOf(contract),
    kept: new Map(),
    broken: new Map(),
    undocumented: new Set(),
  };
  const count = (counts: Map<string, number>, key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  return {
    coverage,
    see(exchange, checked = checkExchange(contract, exchange)) {
      // Within one exchange a thing counts once, however many tasks show it.
      const kept = new Set<string>();
      const broken = new Set(checked.findings.map((finding) => keyOf(coverage.items, finding)));
      const mark: Mark = (key) => kept.add(key);
      const operation = checked.operation === undefined ? undefined : contract.operations[checked.operation];
      if (operation !== undefined) {
        const isWell = (side: Finding["in"]): boolean =>
          checked.findings.every((finding) => finding.in !== side);
        if (isWell("request")) seeRequest(contract, operation, exchange, mark);
        if (isWell("response")) seeResponse(contract, operation, exchange.response, mark);
        if (isWell("request") && isWell("response")) mark(operation.contract);
        for (const header of undocumentedHeaders(operation, exchange)) coverage.undocumented.add(header);
      }
      for (const key of kept) count(coverage.kept, key);
      for (const key of broken) count(coverage.broken, key);
    },
  };
}

/** The items that have not been seen kept, or not broken where they can be. */
export function unseenItems({ broken, items, kept }: Coverage): { item: Item; unseen: "kept" | "broken" }[] {
  return [...items.values()].flatMap((item) => {
    const unseen: { item: Item; unseen: "kept" | "broken" }[] = [];
    if (item.keepable && !kept.has(item.key)) unseen.push({ item, unseen: "kept" });
    if (item.breakable && !broken.has(item.key)) unseen.push({ item, unseen: "broken" });
    return unseen;
  });
}

/** The item that a finding breaks. */
function keyOf(items: Coverage["items"], { contract, expected, rule }: Finding): string {
  const what = rule === "required" && expected.startsWith('"') ? (JSON.parse(expected) as string) : rule;
  const key = `${contract}=${what}`;
  return items.has(key) ? key : contract;
}

function seeRequest(
  contract: Contract,
  operation: Operation,
  { defaults, request }: Exchange,
  mark: Mark,
): void {
  const url = splitUrl(request.url);
  const route = contract.findRoute(url.pathname)!;
  const header = (name: string): string | undefined => readHeader(request.headers, name);
  const decoded = contract.decodeParameters(operation, route.parameters, url.query, header);
  for (const parameter of operation.parameters) {
    const values = decoded[parameter.in] as Record<string, unknown>;
    const value = values[parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name];
    if (value === undefined) continue;
    mark(parameter.place);
    if (parameter.required) mark(step(parameter.place, "required"));
    observeExamples(contract, parameter.place, value, mark);
    if (parameter.mediaType === undefined)
      observeValue(contract, step(parameter.place, "schema"), value, mark);
  }
  for (const [index, set] of operation.security.entries()) {
    if (usesSet(request, set, operation)) mark(step(operation.securityContract, index));
  }
  const { requestBody } = operation;
  if (requestBody && (request.body !== undefined || request.text)) {
    if (requestBody.required) mark(step(requestBody.contract, "required"));
    seeBody(contract, requestBody.content, request, mark);
  }
  for (const [at, taken] of Object.entries(defaults ?? {})) {
    const place = defaultPlace(contract, operation.id, at);
    if (place !== undefined && isDeepStrictEqual(valueAt(contract.root, place), taken)) mark(place);
  }
}

/** Of sets that include one another, the largest that fits is the one that is used. */
function usesSet(request: HttpRequest, set: Operation["security"][number], { security }: Operation): boolean {
  const has = (sets: typeof set): boolean =>
    sets.every(({ in: place, name, scheme }) => {
      if (place !== undefined) return true;
      const value = readHeader(request.headers, name);
      return (
        value !== undefined && (scheme === undefined || value.toLowerCase().startsWith(scheme.toLowerCase()))
      );
    });
  const larger = security.filter(
    (other) => other.length > set.length && set.every((one) => other.some(({ name }) => name === one.name)),
  );
  return has(set) && !larger.some(has);
}

function seeResponse(
  contract: Contract,
  { contract: place, responses }: Operation,
  response: HttpResponse,
  mark: Mark,
): void {
  const status = String(response.status);
  const key = [status, `${status[0]}XX`, "default"].find((key) => Object.hasOwn(responses, key));
  if (key === undefined) return;
  mark(step(place, "responses", key));
  const table = responses[key]!;
  const headers = objectAt(contract.root, table.contract).value["headers"];
  const decoded = contract.decodeHeaders(table.headersUnit, (name) => readHeader(response.headers, name));
  for (const name of Object.keys(isObject(headers) ? headers : {})) {
    const value = decoded[name.toLowerCase()];
    if (value === undefined) continue;
    const at = step(table.contract, "headers", name);
    mark(at);
    const { place: own } = objectAt(contract.root, at);
    mark(step(own, "required"));
    observeExamples(contract, own, value, mark);
    observeValue(contract, step(own, "schema"), value, mark);
  }
  seeBody(contract, table.content, response, mark);
}

function seeBody(
  contract: Contract,
  content: Operation["responses"][string]["content"],
  message: HttpRequest | HttpResponse,
  mark: Mark,
): void {
  const mediaType = readHeader(message.headers, "content-type")?.split(";", 1)[0]!.trim().toLowerCase() ?? "";
  const key = [mediaType, `${mediaType.split("/", 1)[0]}/*`, "*/*"].find((type) =>
    Object.hasOwn(content, type),
  );
  if (key === undefined) return;
  const media = content[key]!;
  mark(media.contract);
  const value =
    message.body === undefined ? contract.decodeBody(message.text ?? "", mediaType) : message.body;
  observeExamples(contract, media.contract, value, mark);
  if (media.unit !== undefined) observeValue(contract, step(media.contract, "schema"), value, mark);
}

function observeExamples({ root }: Contract, at: Place, value: unknown, mark: Mark): void {
  const { value: node } = objectAt(root, at);
  if (isDeepStrictEqual(node["example"], value)) mark(step(at, "example"));
  for (const name of Object.keys(isObject(node["examples"]) ? node["examples"] : {})) {
    const example = objectAt(root, step(at, "examples", name));
    if (isDeepStrictEqual(example.value["value"], value)) mark(step(example.place, "value"));
  }
}

function undocumentedHeaders(operation: Operation, { request, response }: Exchange): string[] {
  const inRequest = new Set([
    ...operation.parameters
      .filter((parameter) => parameter.in === "header")
      .map(({ name }) => name.toLowerCase()),
    ...operation.security.flat().map(({ name }) => name.toLowerCase()),
  ]);
  const status = String(response.status);
  const table =
    operation.responses[status] ?? operation.responses[`${status[0]}XX`] ?? operation.responses["default"];
  const inResponse = new Set(table?.headers);
  const name =
    (side: string, known: Set<string>) =>
    (header: string): string[] =>
      known.has(header) || isStandardHeader(header) ? [] : [`${operation.id} ${side} ${header}`];
  return [
    ...namesOf(request).flatMap(name("request", inRequest)),
    ...namesOf(response).flatMap(name(`response ${status}`, inResponse)),
  ];
}

function namesOf({ headers }: HttpRequest | HttpResponse): string[] {
  const names = typeof headers.get === "function" ? [...(headers as Headers).keys()] : Object.keys(headers);
  return names.map((name) => name.toLowerCase());
}
