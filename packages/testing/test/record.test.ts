import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmulator, emulatorToken } from "@mpc-contract/emulator";
import { startServer } from "@mpc-contract/emulator/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkRecordings, type Problem, readContract, record } from "../src/index.ts";

const contract = await readContract(new URL("../../../openapi/openapi.yaml", import.meta.url));
const path = "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/encryptions";
const key = "AAECAwQFBgcICQoLDA0ODw==";
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "record-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("what goes through is answered, checked and recorded without its secrets", async () => {
  const out = join(folder, "recorded.ndjson");
  const problems: Problem[][] = [];
  await using server = await startServer(createEmulator(), { port: 0 });
  const recorder = await record(contract, {
    target: server.url,
    out,
    onExchange: (_, found) => void problems.push(found),
  });
  const headers = { "X-Auth-Token": emulatorToken, Cookie: "session=do-not-show-me" };

  const page = await fetch(`${recorder.url}${path}?task_id=31207`, { headers });
  expect(await page.json()).toMatchObject({ total: 1, task_array: [{ task_id: 31207 }] });

  const place = { bucket: "b", location: "l", object: "a.m3u8" };
  const created = await fetch(recorder.url + path, {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/json" },
    body: JSON.stringify({
      input: place,
      output: place,
      encryption: { hls_encrypt: { key, url: "https://k", note: "do-not-show-me" } },
    }),
  });
  expect(created.status).toBe(202);
  expect((await fetch(`${recorder.url}/elsewhere`, { headers })).status).toBe(404);
  await recorder.close();

  expect(recorder.exchanges()).toBe(3);
  expect(problems.map((found) => found.map(({ rule }) => rule))).toEqual([
    [],
    ["additionalProperties"],
    ["path"],
  ]);
  const recorded = await readFile(out, "utf8");
  for (const secret of [emulatorToken, key, "do-not-show-me"]) expect(recorded).not.toContain(secret);
  expect(recorded.trimEnd().split("\n")).toHaveLength(3);
  // What was redacted is not held against the exchange.
  const { exchanges, problems: again } = await checkRecordings(contract, [out]);
  expect(exchanges).toBe(3);
  expect(again.map(({ rule }) => rule)).toEqual(["additionalProperties", "path"]);
});

test("a service that does not answer is told of, and nothing is recorded", async () => {
  const out = join(folder, "none.ndjson");
  await using recorder = await record(contract, { target: "http://127.0.0.1:1", out });
  const response = await fetch(recorder.url + path);
  expect(response.status).toBe(502);
  expect(await response.text()).toContain("the service does not answer");
  expect(recorder.exchanges()).toBe(0);
});
