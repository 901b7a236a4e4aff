// Sends the recorded requests over HTTP and holds what comes back against what was recorded.
import { signRequest } from "@mpc-contract/client/sign";
import { type Exchange, readExchanges } from "@mpc-contract/openapi/generate";
import { expect, test } from "vitest";
import { createEmulator, emulatorCredentials, emulatorToken } from "../src/index.ts";
import { startServer } from "../src/server.ts";

const { invalid, valid } = await readExchanges();
/** Stands for a secret in a recorded header. */
const redacted = "[redacted]";

/** The recorded request, to be sent to `endpoint`, with credentials where the recording has none. */
async function revive({ request }: Exchange, endpoint: string): Promise<Request> {
  const { body, headers: recorded, method, text, url } = request;
  const headers = new Headers(recorded);
  const sent = body === undefined ? text : JSON.stringify(body);
  if (headers.get("X-Auth-Token") === redacted) headers.set("X-Auth-Token", emulatorToken);
  const revived = new Request(endpoint + url, {
    method,
    headers,
    ...(sent === undefined ? {} : { body: sent }),
  });
  if (headers.get("Authorization") !== `SDK-HMAC-SHA256 ${redacted}` || !headers.has("X-Sdk-Date"))
    return revived;
  revived.headers.delete("Authorization");
  const securityToken = headers.get("X-Security-Token");
  const credentials = { ...emulatorCredentials, ...(securityToken === null ? {} : { securityToken }) };
  return signRequest(revived, credentials, { date: signingDate(headers.get("X-Sdk-Date")!) });
}

function signingDate(text: string): Date {
  return new Date(text.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

/** No `fetch` sends a GET with a body. */
const canBeSent = ({ request }: Exchange): boolean => request.method !== "GET" || request.body === undefined;

const replayed = [...valid, ...invalid.filter(({ breaks }) => breaks.in === "request")].filter(canBeSent);

test.each(replayed)("$name comes back as recorded", async (exchange) => {
  const date = exchange.request.headers["X-Sdk-Date"];
  const emulator = createEmulator(date === undefined ? {} : { clock: signingDate(date) });
  await using server = await startServer(emulator, { port: 0 });

  const response = await fetch(await revive(exchange, server.url));
  const text = await response.text();

  const recorded = exchange.response;
  const requestId = response.headers.get("X-Request-Id");
  const expected = new Headers(recorded.headers);
  expected.set("X-Request-Id", requestId ?? "");
  // The emulator counts no calls, and tells of none but in an error that is recorded.
  const isCount = (name: string): boolean => response.ok && name.startsWith("x-ratelimit");
  expect(requestId).toMatch(/^[0-9a-f]{32}$/);
  expect(response.status).toBe(recorded.status);
  for (const [name, value] of expected) {
    if (!isCount(name)) expect([name, response.headers.get(name)]).toEqual([name, value]);
  }
  if (recorded.body === undefined) {
    expect(text).toBe("");
  } else {
    // Each request has an ID of its own, which errors of the gateway repeat.
    const body = recorded.body as object;
    expect(JSON.parse(text)).toEqual("request_id" in body ? { ...body, request_id: requestId } : body);
  }
});
