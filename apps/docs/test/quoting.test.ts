import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EncryptionTaskRequest } from "@mpc-contract/client";
import { operations } from "../src/contract/operation.ts";
import { curl } from "../src/samples/curl.ts";
import { go } from "../src/samples/go.ts";
import { java } from "../src/samples/java.ts";
import { python } from "../src/samples/python.ts";
import { sampleRequest, type SampleRequest } from "../src/samples/request.ts";
import { typescriptClient } from "../src/samples/typescript-client.ts";
import { typescript } from "../src/samples/typescript.ts";
import { installed, runSample } from "./programs.ts";

// Each is a trap of at least one of the languages; those drawn come from all of Unicode.
const texts = [
  ...String.raw`' " ''' """ \""" \ \\ \n \u0022 \u000a \N{SPACE} !! * # ; // */ </script> null`.split(" "),
  ..."$HOME ${HOME} $(exit) ` {0} {} %s%n %41 + &a=b = @/etc/passwd é 订单 😀".split(" "),
  ..."\n|\r\n|\t|line\nline |\u007f\u0085|\u2028\u2029|\ufeff|\u200e| |".split("|"),
  ...fc.sample(fc.string({ unit: "binary" }), { numRuns: 200, seed: 1 }),
];
const values = {
  texts,
  numbers: [0, -1, 1.5, 1e21],
  "a key": { none: null, yes: true, no: false, empty: [{}, []] },
};

const languages: Record<string, (request: SampleRequest) => string> = {
  curl,
  "TypeScript, raw": typescript,
  Python: python,
  Go: go,
  Java: java,
};

let origin: string;
let received: { query: URLSearchParams; body: string };
const server = createServer(async (request, response) => {
  received = { query: new URL(request.url ?? "", origin).searchParams, body: await text(request) };
  response.setHeader("Content-Type", "application/json").end('{"task_id":1}');
});

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

/** The request of an operation, with other values in it. */
function requestOf(id: string, other: Partial<SampleRequest>): SampleRequest {
  const operation = operations.find((operation) => operation.id === id);
  if (operation === undefined) throw new Error(`No operation ${id}`);
  return { ...sampleRequest(operation), origin, ...other };
}

/** The code, sent to the server of this test. */
function sentHere(code: string): string {
  return code.replace(/region: ".*"/, `endpoint: "${origin}"`);
}

describe.each(Object.entries(languages))("%s", (label, write) => {
  const missing = !installed.has(label);

  test.skipIf(missing)("sends any text in a body", async () => {
    const code = write(requestOf("createEncryptionTask", { body: values }));
    expect(await runSample(label, sentHere(code), "token")).toMatchObject({ succeeded: true });
    expect(JSON.parse(received.body)).toEqual(values);
  });

  test.skipIf(missing)("sends any text in a query", async () => {
    // No argument of a program holds the character 0.
    const query = { texts: texts.filter((text) => !text.includes("\0")) };
    const code = write(requestOf("listEncryptionTasks", { query }));
    expect(await runSample(label, sentHere(code), "token")).toMatchObject({ succeeded: true });
    expect(received.query.getAll("texts")).toEqual(query.texts);
  });
});

test("TypeScript sends any text in a task", async () => {
  const request = requestOf("createEncryptionTask", {});
  const body = { ...(request.body as EncryptionTaskRequest), ...values };
  const code = typescriptClient({ ...request, body });
  expect(await runSample("TypeScript", sentHere(code), "token")).toMatchObject({ succeeded: true });
  expect(JSON.parse(received.body)).toEqual(body);
});
