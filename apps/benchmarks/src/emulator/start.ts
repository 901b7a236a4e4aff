import { isDeepStrictEqual } from "node:util";
import { validateResponse } from "@mpc-contract/validator";
import { freePort } from "../measure/free-port.ts";
import { exampleText, headers, path } from "./request.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";

/** A server that has answered. */
export interface Running extends ServerProcess {
  /** What it answered, which others may write with other spaces. */
  body: string;
}

const example: unknown = JSON.parse(exampleText);

/** Starts a server on a free port, until it gives the answer that all have to give. */
export async function start(program: (port: number) => Promise<string[]>): Promise<Running> {
  const port = await freePort();
  let body = "";
  const server = await startProcess(await program(port), port, async (origin) => {
    body = await ask(origin);
  });
  return { ...server, body };
}

async function ask(origin: string): Promise<string> {
  const response = await fetch(origin + path, { headers, signal: AbortSignal.timeout(30_000) });
  const text = await response.text();
  const message = { status: response.status, headers: Object.fromEntries(response.headers), text };
  const findings = validateResponse(message, "listEncryptionTasks");
  if (!response.ok || findings.length > 0 || !isDeepStrictEqual(JSON.parse(text), example))
    throw new Error(`its answer is another one: ${response.status} ${text.slice(0, 200)}`);
  return text;
}
