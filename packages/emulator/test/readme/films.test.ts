import { expect } from "vitest";
import { test } from "./fixture.ts";

const task = {
  input: { bucket: "films", location: "cn-north-4", object: "in/index.m3u8" },
  output: { bucket: "films", location: "cn-north-4", object: "out" },
  encryption: { hls_encrypt: { key: "AAECAwQFBgcICQoLDA0ODw==", url: "https://keys.example.com/1" } },
};

test("a film is encrypted in the end", async ({ emulator, mpc }) => {
  const id = await mpc.encryptions.create(task);
  expect((await mpc.encryptions.get(id)).status).toBe("WAITING");
  emulator.clock.advance(60_000);
  expect((await mpc.encryptions.get(id)).status).toBe("SUCCEEDED");
});

test("a film that fails says why", async ({ emulator, mpc }) => {
  const id = await mpc.encryptions.create(task);
  await emulator.advance("my-project", id);
  await emulator.advance("my-project", id, { fails: "input-missing" });
  expect((await mpc.encryptions.get(id)).description).toBe("The input file does not exist.");
});

test("a service that throttles is asked again", async ({ emulator, mpc }) => {
  emulator.setFaults([{ error: "throttled", retryAfter: 1, count: 1 }]);
  expect((await mpc.encryptions.list()).total).toBe(0);
  expect(emulator.journal.map(({ status }) => status)).toEqual([429, 200]);
});
