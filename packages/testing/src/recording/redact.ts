import type { HttpRequest, HttpResponse } from "@mpc-contract/validator/engine";
import type { Contract } from "../contract/contract.ts";
import { type Json, type Place, follow, isObject, step } from "../document/json.ts";
import { schemasInPlace } from "../contract/document-schemas.ts";
import { redacted } from "../redacted.ts";
import type { Exchange } from "../exchange/exchange.ts";

/** Headers whose values are secrets, whatever a contract says. */
const secretHeader =
  /^(?:authorization|proxy-authorization|cookie|set-cookie|.*(?:token|secret|api-?key|password|session).*)$/i;

/**
 * A copy of an exchange without its secrets: credentials, headers that carry such, and the values that the contract
 * gives the format `password`. A body that cannot be read against the contract is left out, for it may hold any.
 */
export function redact(contract: Contract, exchange: Exchange, operation: string | undefined): Exchange {
  const table = operation === undefined ? undefined : contract.operations[operation];
  const credentials = (
    table?.security ?? Object.values(contract.operations).flatMap(({ security }) => security)
  ).flat();
  const names = new Set(credentials.filter(({ in: where }) => where === undefined).map(({ name }) => name));
  const inQuery = new Set(credentials.filter(({ in: where }) => where === "query").map(({ name }) => name));
  const { request, response } = exchange;
  const status = String(response.status);
  const answer =
    table?.responses[status] ?? table?.responses[`${status[0]}XX`] ?? table?.responses["default"];
  return {
    ...exchange,
    request: {
      ...redactMessage(contract, request, table?.requestBody?.content, names),
      method: request.method,
      url: redactQuery(request.url, inQuery),
    },
    response: { ...redactMessage(contract, response, answer?.content, names), status: response.status },
  };
}

function redactMessage(
  contract: Contract,
  message: HttpRequest | HttpResponse,
  content: Record<string, { contract: Place }> | undefined,
  names: Set<string>,
): { headers: Record<string, string>; body?: unknown; text?: string } {
  const entries =
    typeof message.headers.get === "function"
      ? [...(message.headers as Headers)]
      : Object.entries(message.headers);
  const headers = Object.fromEntries(
    entries.map(([name, value]) => {
      const secret = names.has(name.toLowerCase()) || secretHeader.test(name);
      return [name, secret ? redactHeader(String(value)) : String(value)];
    }),
  );
  const value = bodyOf(message);
  if (value === undefined)
    return message.text === undefined || message.text === "" ? { headers } : { headers, text: redacted };
  const media = Object.values(content ?? {})[0];
  return { headers, body: media ? redactValue(contract, step(media.contract, "schema"), value) : redacted };
}

/** The scheme of the credentials says which they are, and is no secret. */
function redactHeader(value: string): string {
  const scheme = /^([A-Za-z][\w-]*) ./.exec(value)?.[1];
  return scheme === undefined ? redacted : `${scheme} ${redacted}`;
}

function redactQuery(url: string, names: Set<string>): string {
  if (names.size === 0 || !url.includes("?")) return url;
  const [path = "", query = ""] = url.split("?", 2);
  const pairs = query.split("&").map((pair) => {
    const [name = ""] = pair.split("=", 1);
    return names.has(name) ? `${name}=${redacted}` : pair;
  });
  return `${path}?${pairs.join("&")}`;
}

function bodyOf({ body, text }: HttpRequest | HttpResponse): Json | undefined {
  if (body !== undefined) return body as Json;
  if (text === undefined || text === "") return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** A copy of a value in which each part that the contract calls a secret is replaced. */
function redactValue({ root }: Contract, schema: Place, value: Json): Json {
  const redactAt = (place: Place, part: Json): Json => {
    const schemas = [...schemasInPlace(root, place)].map((at) => follow(root, at));
    if (schemas.some(({ value: own }) => isObject(own) && own["format"] === "password")) return redacted;
    if (Array.isArray(part)) {
      const items = schemas.find(({ value: own }) => isObject(own) && "items" in own);
      return items ? part.map((item) => redactAt(step(items.place, "items"), item)) : part;
    }
    if (!isObject(part)) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]): [string, Json] => {
        const known = schemas.find(
          ({ value: own }) =>
            isObject(own) && isObject(own["properties"]) && Object.hasOwn(own["properties"], name),
        );
        // What has no description may be anything.
        if (known === undefined)
          return [name, typeof inner === "string" || isObject(inner) ? redacted : inner];
        return [name, redactAt(step(known.place, "properties", name), inner)];
      }),
    );
  };
  return redactAt(schema, value);
}
