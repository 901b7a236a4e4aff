import type { HttpRequest, HttpResponse } from "@mpc-contract/validator/engine";
import { isObject, textOf } from "../document/json.ts";
import type { Exchange } from "../exchange/exchange.ts";

/** What was given is no exchange. The message says in one line what it lacks. */
export class ExchangeError extends TypeError {
  override name = "ExchangeError";
}

/**
 * Reads an exchange out of any of its forms: `{ request, response }`, an entry of a HAR, or the response of a
 * library such as axios, which holds its request in `config`.
 *
 * @param name What to call it in a message.
 * @throws {ExchangeError} When it is none of these.
 */
export function toExchange(value: unknown, name: string): Exchange {
  if (!isObject(value)) throw new ExchangeError(`${name}: an exchange is an object`);
  if (isObject(value["config"]) && "status" in value) {
    return { name, request: fromConfig(value["config"], name), response: readResponse(value, name) };
  }
  const { breaks, defaults } = value as Partial<Exchange>;
  return {
    name,
    request: toRequest(value["request"], name),
    response: readResponse(value["response"], name),
    ...(isObject(breaks) ? { breaks } : {}),
    ...(isObject(defaults) ? { defaults } : {}),
  };
}

/** Reads a request in any of its forms. */
export function toRequest(value: unknown, name: string): HttpRequest {
  if (!isObject(value)) throw new ExchangeError(`${name}: there is no request`);
  if (typeof value["url"] !== "string") throw new ExchangeError(`${name}: the request has no "url"`);
  if (typeof value["method"] !== "string") throw new ExchangeError(`${name}: the request has no "method"`);
  const { method, url } = value;
  const post = isObject(value["postData"]) ? value["postData"]["text"] : undefined;
  return { method, url, headers: readHeaders(value["headers"]), ...bodyOf(value, post) };
}

function fromConfig(config: Record<string, unknown>, name: string): HttpRequest {
  const base = typeof config["baseURL"] === "string" ? config["baseURL"].replace(/\/$/, "") : "";
  const url = typeof config["url"] === "string" ? config["url"] : "";
  const query = isObject(config["params"])
    ? new URLSearchParams(config["params"] as Record<string, string>).toString()
    : "";
  return toRequest(
    {
      method: textOf(config["method"] ?? "get").toUpperCase(),
      url:
        (/^[a-z]+:/i.test(url) ? url : base + url) +
        (query === "" ? "" : `${url.includes("?") ? "&" : "?"}${query}`),
      headers: config["headers"] ?? {},
      ...(config["data"] === undefined
        ? {}
        : typeof config["data"] === "string"
          ? { text: config["data"] }
          : { body: config["data"] }),
    },
    name,
  );
}

function readResponse(value: unknown, name: string): HttpResponse {
  if (!isObject(value)) throw new ExchangeError(`${name}: there is no response`);
  const status = value["status"];
  if (typeof status !== "number" || !Number.isInteger(status) || status < 100 || status > 599) {
    throw new ExchangeError(`${name}: the response has no "status" from 100 to 599`);
  }
  const content = isObject(value["content"]) ? value["content"] : {};
  const text =
    content["encoding"] === "base64"
      ? Buffer.from(textOf(content["text"]), "base64").toString()
      : content["text"];
  return { status, headers: readHeaders(value["headers"]), ...bodyOf(value, text) };
}

/** A body: decoded, or a text. */
function bodyOf(value: Record<string, unknown>, harText: unknown): { body?: unknown; text?: string } {
  if (value["body"] !== undefined) return { body: value["body"] };
  if (value["data"] !== undefined && value["data"] !== "") {
    return typeof value["data"] === "string" ? { text: value["data"] } : { body: value["data"] };
  }
  const text = value["text"] ?? harText;
  return typeof text === "string" ? { text } : {};
}

function readHeaders(value: unknown): HttpRequest["headers"] {
  // A HAR has a list, in which a name may come twice.
  if (Array.isArray(value)) {
    const headers = Object.create(null) as Record<string, string>;
    for (const header of value.filter(isObject)) {
      const name = textOf(header["name"]).toLowerCase();
      headers[name] =
        name in headers ? `${headers[name]}, ${textOf(header["value"])}` : textOf(header["value"]);
    }
    return headers;
  }
  if (isHeaders(value)) return value;
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, text]) => text !== undefined && text !== null && typeof text !== "function")
      .map(([name, text]) => [name, Array.isArray(text) ? text.map(String) : textOf(text)]),
  );
}

// Not by its class: that of another library or realm is as good.
function isHeaders(value: unknown): value is Headers {
  return typeof value === "object" && value !== null && "get" in value && typeof value.get === "function";
}
