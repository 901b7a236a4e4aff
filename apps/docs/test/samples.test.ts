import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeAll, expect, test } from "vitest";
import { regions } from "@mpc-contract/client";
import bundle from "@mpc-contract/openapi" with { type: "json" };
import { operations } from "../src/contract/operation.ts";
import { samplesOf } from "../src/samples/index.ts";

const run = promisify(execFile);
/** Where the samples send to: the first endpoint of the contract, and the first region of the client. */
const [origin = ""] = Object.values(regions);
const token = "a-token-of-nobody";
// Beside the site, so that the samples find the client as a reader's program does.
const folder = fileURLToPath(new URL("../.astro/samples/", import.meta.url));

interface Sent {
  method: string;
  url: string;
  token: string | null;
  type: string | null;
  body: unknown;
}

/** What the examples of the contract say each operation is sent. */
const wanted: Record<string, Pick<Sent, "method" | "url" | "body">> = {
  listEncryptionTasks: {
    method: "GET",
    url: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/encryptions?task_id=31207",
    body: undefined,
  },
  createEncryptionTask: {
    method: "POST",
    url: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/encryptions",
    body: Object.values(
      bundle.paths["/v1/{project_id}/encryptions"].post.requestBody.content["application/json"].examples,
    )[0]?.value,
  },
  cancelEncryptionTask: {
    method: "DELETE",
    url: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/encryptions?task_id=31207",
    body: undefined,
  },
};

function sample(operationId: string, label: string): string {
  const operation = operations.find(({ id }) => id === operationId);
  const found = operation && samplesOf(operation).find((sample) => sample.label === label);
  if (found === undefined) throw new Error(`No sample of ${operationId} in ${label}`);
  return found.code;
}

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
  delete process.env["TOKEN"];
});

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    operations.map(({ id }) => writeFile(`${folder}${id}.ts`, `${sample(id, "TypeScript")}\n`)),
  );
});

test("every language that is shown is run here, and every operation", () => {
  expect(Object.keys(wanted)).toEqual(operations.map(({ id }) => id));
  for (const operation of operations) {
    expect(samplesOf(operation).map(({ label }) => label)).toEqual(["curl", "TypeScript"]);
  }
});

// The one tool here that is not from npm; where it is missing, nobody reads its samples either.
const noCurl = await run("curl", ["--version"]).then(
  () => false,
  () => true,
);

test.skipIf(noCurl).each(Object.keys(wanted))(
  "the curl line of %s sends what the contract's example is",
  async (id) => {
    let sent: Sent | undefined;
    const server = createServer(async (request, response) => {
      const body = await text(request);
      sent = {
        method: request.method ?? "",
        url: request.url ?? "",
        token: String(request.headers["x-auth-token"]),
        type: request.headers["content-type"] ?? null,
        body: body === "" ? undefined : JSON.parse(body),
      };
      response.end();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const { port } = server.address() as AddressInfo;
    const line = sample(id, "curl");
    expect(line).toContain(`"${origin}/`);
    await run("sh", ["-c", line.replace(origin, `http://127.0.0.1:${port}`)], {
      env: { ...process.env, TOKEN: token },
    });
    server.close();
    const type = wanted[id]?.body === undefined ? null : "application/json";
    expect(sent).toEqual({ ...wanted[id], token, type });
  },
);

test.each(Object.keys(wanted))("the TypeScript of %s sends what the contract's example is", async (id) => {
  let sent: Sent | undefined;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = await request.text();
    sent = {
      method: request.method,
      url: request.url,
      token: request.headers.get("X-Auth-Token"),
      type: request.headers.get("Content-Type"),
      body: body === "" ? undefined : JSON.parse(body),
    };
    return new Response(null, { status: 204 });
  };
  process.env["TOKEN"] = token;
  await import(`${folder}${id}.ts`);
  const type = wanted[id]?.body === undefined ? null : "application/json";
  expect(sent).toEqual({ ...wanted[id], url: `${origin}${wanted[id]?.url}`, token, type });
});

test("the TypeScript of every operation has no type error", async () => {
  const config = {
    extends: "../../tsconfig.json",
    // A reader's program is as strict as TypeScript's own `strict`.
    compilerOptions: { noPropertyAccessFromIndexSignature: false },
    include: ["*.ts"],
  };
  await writeFile(`${folder}tsconfig.json`, JSON.stringify(config));
  const failed = await run("tsc", ["--project", folder]).then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );
  expect(failed).toBe("");
});
