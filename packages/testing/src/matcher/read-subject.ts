import type { HttpRequest, HttpResponse } from "@mpc-contract/validator/engine";
import { isObject } from "../document/json.ts";
import { toExchange, toRequest } from "../recording/to-exchange.ts";

/** What a test gives to be checked, as far as it holds a request or a response. */
export interface Subject {
  request?: HttpRequest;
  response?: HttpResponse;
}

/** The exchanges that a fetch of ours has seen, by their responses. */
const seen = new WeakMap<object, { request: HttpRequest; response: HttpResponse }>();

/** Remembers which request a response is to, and what it holds. */
export function remember(
  response: Response,
  exchange: { request: HttpRequest; response: HttpResponse },
): void {
  seen.set(response, exchange);
}

/**
 * Reads what a test gives: a `Request` or `Response` of fetch, an entry of a HAR, a response of axios, or an object
 * with `request`, `response` or both. No body is used up.
 *
 * @throws {TypeError} When it is none of these.
 */
export async function readSubject(subject: unknown): Promise<Subject> {
  if (!isObject(subject))
    throw new TypeError("give a Request, a Response, or an object with a request and a response");
  const known = seen.get(subject);
  if (known) return known;
  if (isFetchRequest(subject)) return { request: await readFetchRequest(subject) };
  if (isFetchResponse(subject)) return { response: await readFetchResponse(subject) };
  if ("config" in subject && "status" in subject) return toExchange(subject, "response");
  const { request, response } = subject;
  if (request === undefined && response === undefined) {
    return "status" in subject
      ? {
          response: toExchange({ request: { method: "GET", url: "/" }, response: subject }, "response")
            .response,
        }
      : { request: toRequest(subject, "request") };
  }
  return {
    ...(request === undefined ? {} : await readSubject(request)),
    ...(response === undefined ? {} : await readSubject(response)),
  };
}

// Not by their classes: those of another library or realm are as good.
function isFetchRequest(value: object): value is Request {
  return "clone" in value && "method" in value && "url" in value;
}

function isFetchResponse(value: object): value is Response {
  return "clone" in value && "status" in value && "headers" in value;
}

export async function readFetchRequest(request: Request): Promise<HttpRequest> {
  const { headers, method, url } = request;
  return { method, url, headers, text: await textOf(request) };
}

export async function readFetchResponse(response: Response): Promise<HttpResponse> {
  const { headers, status } = response;
  return { status, headers, text: await textOf(response) };
}

async function textOf(message: Request | Response): Promise<string> {
  if (message.bodyUsed) {
    throw new TypeError("the body is used up: check the message before you read it, or read a clone of it");
  }
  return message.clone().text();
}
