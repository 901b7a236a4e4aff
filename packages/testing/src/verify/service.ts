import { setTimeout as delay } from "node:timers/promises";
import type { Finding, HttpRequest, HttpResponse } from "@mpc-contract/validator/engine";
import { checkResponse } from "@mpc-contract/validator/engine";
import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/read-operations.ts";
import { isStandardHeader } from "../coverage/standard-headers.ts";
import { asCurl } from "./request.ts";
import type { VerifyOptions } from "./verify.ts";

/** The service that is verified, within the bounds of number, rate and time. */
export interface Service {
  /** The headers that each request has. */
  headers: Record<string, string>;
  /** Sends a request. Nothing, when the bounds are reached. */
  ask: (request: HttpRequest) => Promise<HttpResponse | Error | undefined>;
  curl: (request: HttpRequest) => string;
  count: () => number;
  /** The bound that was reached, if one was. */
  cut: () => string | undefined;
}

/** Makes ready to ask a service. */
export function connect(url: string, options: VerifyOptions): Service {
  const { fetch = globalThis.fetch, headers = {}, rate = 100, requests = 1000, seconds = 120 } = options;
  const base = url.replace(/\/$/, "");
  const secret = new Set([
    ...Object.keys(headers).map((name) => name.toLowerCase()),
    "authorization",
    "cookie",
  ]);
  const start = Date.now();
  let count = 0;
  let cut: string | undefined;
  return {
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    curl: (request) => asCurl(base, request, secret),
    count: () => count,
    cut: () => cut,
    async ask(request) {
      if (count >= requests) cut = `${requests} requests were made`;
      if (Date.now() - start > seconds * 1000) cut = `${seconds} seconds were over`;
      if (cut !== undefined) return undefined;
      const wait = start + (count * 1000) / rate - Date.now();
      if (wait > 1) await delay(wait);
      count += 1;
      try {
        return await send(fetch, base, request);
      } catch (error) {
        return error as Error;
      }
    },
  };
}

async function send(
  fetch: typeof globalThis.fetch,
  base: string,
  request: HttpRequest,
): Promise<HttpResponse> {
  const response = await fetch(base + request.url, {
    method: request.method,
    headers: request.headers as Record<string, string>,
    redirect: "manual",
    signal: AbortSignal.timeout(30_000),
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Checks what a service answered, with what the contract does not have among its headers. */
export function checkAnswer(
  contract: Contract,
  operation: Operation,
  answer: HttpResponse | Error,
): Finding[] {
  if (answer instanceof Error) {
    const { cause, message } = answer;
    const found = cause instanceof Error ? cause.message : message;
    return [
      {
        in: "response",
        at: "/",
        rule: "no-answer",
        expected: "an answer",
        found,
        contract: operation.contract,
      },
    ];
  }
  const status = String(answer.status);
  const table =
    operation.responses[status] ?? operation.responses[`${status[0]}XX`] ?? operation.responses["default"];
  const unknown = [...(answer.headers as Headers).keys()].filter(
    (name) => table !== undefined && !table.headers.includes(name) && !isStandardHeader(name),
  );
  return [
    ...checkResponse(contract, answer, operation, "strict"),
    ...unknown.map((name): Finding => ({
      in: "response",
      at: `/header/${name}`,
      rule: "undocumented",
      expected: "no header that the contract does not have",
      found: JSON.stringify(name),
      contract: table!.contract,
    })),
  ];
}

/** That a status is not one of those that are right for a request. */
export function wrongStatus(
  contract: string,
  at: string,
  rule: string,
  expected: string,
  { status }: HttpResponse,
): Finding {
  return {
    in: "response",
    at: "/status",
    rule,
    expected: at === "" ? expected : `${expected} (${at})`,
    found: String(status),
    contract,
  };
}
