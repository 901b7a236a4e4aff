import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { createMpcClient, regions, type EncryptionTaskRequest } from "@mpc-contract/client";
import { createEmulator, emulatorToken, type Emulator } from "@mpc-contract/emulator";
import { startServer } from "@mpc-contract/emulator/server";
import bundle from "@mpc-contract/openapi" with { type: "json" };
import { operations } from "../src/contract/operation.ts";
import { samplesOf } from "../src/samples/index.ts";
import { installed, labels, runSample } from "./programs.ts";

const { get, post } = bundle.paths["/v1/{project_id}/encryptions"];
const [answer] = Object.values(get.responses[200].content["application/json"].examples);
const [example] = Object.values(post.requestBody.content["application/json"].examples);
const task = example?.value as EncryptionTaskRequest;
const projectId = "77b6a44cba5143ab91d13ab9a8ff44fd";
const path = `/v1/${projectId}/encryptions`;

/** What the examples of the contract say each operation is sent. */
const wanted: Record<string, { method: string; url: string; body: unknown }> = {
  listEncryptionTasks: { method: "GET", url: `${path}?task_id=31207`, body: undefined },
  createEncryptionTask: { method: "POST", url: path, body: task },
  cancelEncryptionTask: { method: "DELETE", url: `${path}?task_id=31207`, body: undefined },
};

function sample(operationId: string, label: string): string {
  const operation = operations.find(({ id }) => id === operationId);
  const found = operation && samplesOf(operation).find((sample) => sample.label === label);
  if (found === undefined) throw new Error(`No sample of ${operationId} in ${label}`);
  return found.code;
}

/** The sample with another endpoint: in the place of its URL, or of the region, for the client takes either. */
function sentTo(endpoint: string, code: string): string {
  const [[region, origin] = ["", ""]] = Object.entries(regions);
  const own = code.includes(origin) ? origin : `region: "${region}"`;
  expect(code.split(own)).toHaveLength(2);
  return code.replace(own, own === origin ? endpoint : `endpoint: "${endpoint}"`);
}

/** Runs a sample against an emulator that listens, and gives what went over the wire besides. */
async function send(emulator: Emulator, id: string, label: string, token: string) {
  const exchanges: { request: Request; body: string; response: Response }[] = [];
  await using server = await startServer(
    {
      async fetch(input) {
        const request = new Request(input);
        const body = await request.clone().text();
        const response = await emulator.fetch(request);
        exchanges.push({ request, body, response: response.clone() });
        return response;
      },
    },
    { port: 0 },
  );
  const result = await runSample(label, sentTo(server.url, sample(id, label)), token);
  expect(exchanges).toHaveLength(1);
  const [{ request, body, response }] = exchanges as [(typeof exchanges)[0]];
  const text = await response.text();
  return {
    ...result,
    sent: {
      method: request.method,
      url: request.url.slice(server.url.length),
      body: body === "" ? undefined : JSON.parse(body),
    },
    token: request.headers.get("X-Auth-Token"),
    type: request.headers.get("Content-Type"),
    status: response.status,
    answer: text === "" ? undefined : JSON.parse(text),
  };
}

function clientOf(emulator: Emulator) {
  return createMpcClient({
    endpoint: "http://emulator",
    projectId,
    credentials: { token: emulatorToken },
    fetch: emulator.fetch,
  });
}

test("every sample is run here, and those in Go and Java say that they may not be", () => {
  expect(Object.keys(wanted)).toEqual(operations.map(({ id }) => id));
  for (const operation of operations) {
    const samples = samplesOf(operation);
    expect(samples.map(({ label }) => label)).toEqual(labels);
    const noted = samples.filter(({ note }) => note !== undefined);
    expect(noted.map(({ label }) => label)).toEqual(["Go", "Java"]);
  }
});

test("no line of a sample is longer than its panel is wide, save those that a shell has to wrap", () => {
  const samples = operations.flatMap(samplesOf).filter(({ label }) => label !== "curl");
  const lines = samples.flatMap(({ code }) => code.replaceAll("\t", "  ").split("\n"));
  expect(lines.filter((line) => line.length > 58)).toEqual([]);
});

describe.concurrent.each(labels)("%s", (label) => {
  const missing = !installed.has(label);

  test.skipIf(missing)("task 31207 comes back", async () => {
    await using emulator = createEmulator();
    const result = await send(emulator, "listEncryptionTasks", label, emulatorToken);
    expect(result).toMatchObject({ succeeded: true, token: emulatorToken, answer: answer?.value });
    expect(result.sent).toEqual(wanted["listEncryptionTasks"]);
    // As JSON, as Python or as Node prints it.
    expect(result.output).toMatch(/task_id\W+31207\W/);
  });

  test.skipIf(missing)("the task of the contract's example is created", async () => {
    await using emulator = createEmulator();
    const result = await send(emulator, "createEncryptionTask", label, emulatorToken);
    expect(result).toMatchObject({ succeeded: true, token: emulatorToken, type: "application/json" });
    expect(result.sent).toEqual(wanted["createEncryptionTask"]);
    const { input, output, user_data } = task;
    const id = String(result.answer.task_id);
    expect(await clientOf(emulator).encryptions.get(id)).toMatchObject({ input, output, user_data });
    expect(result.output).toContain(id);
  });

  test.skipIf(missing)("a task that waits is cancelled", async () => {
    // The next ID is that of the example, and the clock stands, so that the task still waits when the sample comes.
    const last = { task_id: 31206, status: "SUCCEEDED", create_time: "20201119103951" };
    const clock = new Date("2026-11-23T12:00:00Z");
    await using emulator = createEmulator({ clock, seed: { tasks: { [projectId]: [last] } } });
    const { encryptions } = clientOf(emulator);
    expect(await encryptions.create(task)).toBe("31207");
    const result = await send(emulator, "cancelEncryptionTask", label, emulatorToken);
    expect(result).toMatchObject({ succeeded: true, token: emulatorToken });
    expect(result.sent).toEqual(wanted["cancelEncryptionTask"]);
    expect((await encryptions.get("31207")).status).toBe("CANCELED");
  });

  test.skipIf(missing).each(Object.keys(wanted))("%s fails aloud, with what the service says", async (id) => {
    await using emulator = createEmulator();
    const result = await send(emulator, id, label, "a-token-of-nobody");
    expect(result).toMatchObject({ succeeded: false, status: 401 });
    expect(result.output).toContain(result.answer.error_code);
    expect(result.output).toContain(result.answer.error_msg);
  });
});

test("the TypeScript of every operation has no type error", async () => {
  const folder = fileURLToPath(new URL("../.astro/typed-samples/", import.meta.url));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const id of Object.keys(wanted)) {
    await writeFile(join(folder, `${id}.ts`), sample(id, "TypeScript"));
    await writeFile(join(folder, `${id}.raw.ts`), sample(id, "TypeScript, raw"));
  }
  const config = {
    extends: "../../tsconfig.json",
    // A reader's program is as strict as TypeScript's own `strict`.
    compilerOptions: { noPropertyAccessFromIndexSignature: false },
    include: ["*.ts"],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  const failed = await promisify(execFile)("tsc", ["--project", folder]).then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );
  expect(failed).toBe("");
});
