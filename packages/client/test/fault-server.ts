import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach } from "vitest";

/** A request as it arrived. */
export interface Arrived {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What the server does with a request. */
export type Behaviour = (response: ServerResponse, request: Arrived) => void;

interface FaultServer {
  endpoint: string;
  /** The requests since the test began. */
  arrived: Arrived[];
  /** What to do with the next requests, one after the other; the last goes on. */
  script: Behaviour[];
}

/**
 * Starts a server on a socket of its own, for each test of a file, that does as the test scripts it. On a slow machine
 * what one test has given up would otherwise arrive in the middle of the next.
 */
export function faultServer(): FaultServer {
  const state: FaultServer = { endpoint: "", arrived: [], script: [] };
  let server: Server;
  beforeEach(async () => {
    const all: Arrived[] = [];
    state.arrived = all;
    state.script = [];
    server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      const arrived = { method: request.method!, url: request.url!, headers: request.headers, body };
      all.push(arrived);
      const behaviour = state.script[Math.min(all.length, state.script.length) - 1];
      behaviour!(response, arrived);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    state.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  return state;
}

/** Answers with JSON, or with a text as it is. */
export function answer(status: number, body?: unknown, headers: Record<string, string> = {}): Behaviour {
  return (response) => {
    response.writeHead(status, { "Content-Type": "application/json", ...headers });
    response.end(typeof body === "string" || body === undefined ? body : JSON.stringify(body));
  };
}

/** Answers with an error of the service. */
export function refusal(status: number, error_code: string, headers?: Record<string, string>): Behaviour {
  return answer(status, { error_code, error_msg: `It is ${error_code}.` }, headers);
}

/** Answers with a page of these tasks. */
export function page(...task_array: object[]): Behaviour {
  return answer(200, { task_array, is_truncated: 0, total: task_array.length });
}

/** Breaks the connection without a word. */
export const reset: Behaviour = (response) => {
  response.socket!.resetAndDestroy();
};

/** Breaks the connection in the middle of the body. */
export const cut: Behaviour = (response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
  response.write('{"task_array": [', () => response.socket!.destroy());
};

/** Never answers. */
export const silence: Behaviour = () => {};

/** Begins a body and never ends it. */
export const slow: Behaviour = (response) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  response.write('{"task_array": [');
};

/** An endpoint at which nobody listens. */
export async function deserted(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return `http://127.0.0.1:${port}`;
}
