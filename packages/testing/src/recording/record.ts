import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Contract } from "../contract/contract.ts";
import { checkExchange } from "../exchange/check-exchange.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { type Problem, problemsOf } from "../exchange/problem.ts";
import { redact } from "./redact.ts";

/** A proxy that records. */
export interface Recorder extends AsyncDisposable {
  /** Where it listens: what to call instead of the service. */
  url: string;
  /** How many exchanges it has recorded. */
  exchanges: () => number;
  /** Ends it, once what was asked for is answered and written. */
  close: () => Promise<void>;
}

/** What to record, and where. */
export interface RecordOptions {
  /** The service that requests are passed on to. */
  target: string;
  /** The file that exchanges are written to, one a line, without their secrets. */
  out: string;
  /** The port to listen on; a free one when absent. */
  port?: number;
  /** Told of each exchange, and of what is wrong with it. */
  onExchange?: (exchange: Exchange, problems: Problem[]) => void;
}

/** Headers that are about the connection, and not passed on. */
const ofConnection = new Set([
  "connection",
  "host",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "content-encoding",
  "accept-encoding",
]);

/** Starts a proxy that passes requests on to a service, and checks and records what goes through it. */
export async function record(
  contract: Contract,
  { onExchange, out, port = 0, target }: RecordOptions,
): Promise<Recorder> {
  const file = createWriteStream(out, { flags: "a", mode: 0o600 });
  await once(file, "open");
  const base = target.replace(/\/$/, "");
  let count = 0;
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const exchange = await pass(incoming, outgoing, base);
    if (exchange === undefined) return;
    count += 1;
    const checked = checkExchange(contract, exchange);
    const surprises = checked.findings.map((finding) => ({ finding, strength: "strict" as const }));
    const { name: _, ...rest } = redact(contract, exchange, checked.operation);
    file.write(`${JSON.stringify(rest)}\n`);
    onExchange?.(exchange, problemsOf(contract, exchange, { ...checked, surprises }));
  };
  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const close = async (): Promise<void> => {
    await new Promise((resolve) => void server.close(resolve));
    await new Promise<void>((resolve) => void file.end(resolve));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges: () => count,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Passes a request on, and its answer back. Nothing, when there is no answer. */
async function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  base: string,
): Promise<Exchange | undefined> {
  const { method = "GET", url = "/" } = incoming;
  const body = Buffer.concat(await incoming.toArray());
  const headers = Object.fromEntries(
    Object.entries(incoming.headers)
      .filter(([name]) => !ofConnection.has(name))
      .map(([name, value]) => [name, String(value)]),
  );
  try {
    const response = await fetch(base + url, {
      method,
      headers,
      redirect: "manual",
      ...(body.length > 0 ? { body } : {}),
    });
    const answer = Buffer.from(await response.arrayBuffer());
    const kept = [...response.headers].filter(([name]) => !ofConnection.has(name));
    outgoing.writeHead(response.status, kept.flat());
    outgoing.end(answer);
    const text = (content: Buffer): { text?: string } =>
      content.length > 0 ? { text: content.toString() } : {};
    return {
      name: `${method} ${url}`,
      request: { method, url, headers, ...text(body) },
      response: { status: response.status, headers: Object.fromEntries(kept), ...text(answer) },
    };
  } catch (error) {
    const { cause, message } = error as Error;
    outgoing.writeHead(502, { "content-type": "text/plain" });
    outgoing.end(`the service does not answer: ${cause instanceof Error ? cause.message : message}\n`);
    return undefined;
  }
}
