// The workflows tell what no single answer can: what several have to do with one another.
import { fileURLToPath } from "node:url";
import { createEmulator, emulatorToken } from "@mpc-contract/emulator";
import { startServer } from "@mpc-contract/emulator/server";
import { describe, expect, test } from "vitest";
import { readContract } from "../src/index.ts";
import { verify } from "../src/verify/verify.ts";
import { runWorkflows, type WorkflowResult } from "../src/verify/workflows.ts";
import type { Fault } from "./faulty-emulators.ts";
import { statefulFaults } from "./stateful-faults.ts";

const openapi = new URL("../../../openapi/", import.meta.url);
const contract = await readContract(new URL("openapi.yaml", openapi));
const fileOf = (name: string): string => fileURLToPath(new URL(`workflows/${name}.arazzo.yaml`, openapi));
const inputs = { project: "5f1c0b0e7a9d4c1f8e2b3a4d5c6e7f80", token: emulatorToken };

async function run(file: string, fault: Fault = (answer) => answer()): Promise<WorkflowResult> {
  const emulator = createEmulator({ limits: false });
  const faulty: Pick<typeof emulator, "fetch"> = {
    fetch: (input, init) => {
      const request = new Request(input, init);
      return fault((changed = request) => emulator.fetch(changed), request);
    },
  };
  await using server = await startServer(faulty, { port: 0 });
  return await runWorkflows(contract, fileOf(file), server.url, { inputs, allowWrites: true });
}

test.each(["read", "write"])("nothing is found in the emulator: %s", async (file) => {
  const { faults, requests, skipped, workflows } = await run(file);
  expect(faults).toEqual([]);
  expect(skipped).toEqual([]);
  expect(workflows.length).toBeGreaterThan(0);
  expect(requests).toBeGreaterThan(4);
});

describe("finds", () => {
  test.each(Object.entries(statefulFaults))("%s", async (_, { fault, step, workflow }) => {
    const { faults } = await run(workflow, fault);
    expect(faults.map(({ at }) => at)).toContain(`step ${step}`);
    expect(JSON.stringify(faults)).not.toContain(emulatorToken);
  });
});

test("a workflow that writes is left out unless that is allowed", async () => {
  const result = await runWorkflows(contract, fileOf("write"), "http://localhost:1", { inputs });
  expect(result).toEqual({ workflows: [], skipped: ["create-and-cancel"], requests: 0, faults: [] });
});

test("verify runs them, too", async () => {
  await using server = await startServer(createEmulator({ limits: false }), { port: 0 });
  const { checks, faults } = await verify(contract, server.url, {
    headers: { "X-Auth-Token": emulatorToken },
    rate: Infinity,
    workflows: [fileOf("read")],
    inputs,
  });
  expect(faults).toEqual([]);
  expect(checks.map(({ operation }) => operation)).toContain("workflow pages");
});

test.each([
  ["a file that is not there", "/no/such/file", "/no/such/file: cannot be read"],
  ["a file that is no Arazzo", fileURLToPath(new URL("openapi.yaml", openapi)), "has no workflows"],
])("refuses %s in one line", async (_, file, message) => {
  await expect(runWorkflows(contract, file, "http://localhost:1")).rejects.toThrow(message);
});
