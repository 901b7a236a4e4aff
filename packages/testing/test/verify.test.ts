// A service is verified: the emulator as it is, and with one thing wrong in it at a time.
import { createEmulator, emulatorToken } from "@mpc-contract/emulator";
import { describe, expect, test } from "vitest";
import { readContract } from "../src/index.ts";
import { type Verification, verify } from "../src/verify/verify.ts";
import { type Fault, faults } from "./faulty-emulators.ts";

const contract = await readContract(new URL("../../../openapi/openapi.yaml", import.meta.url));

async function verifyEmulator(fault: Fault = (answer) => answer(), seed = 1): Promise<Verification> {
  const emulator = createEmulator({ limits: false });
  return verify(contract, "http://localhost", {
    fetch: (input, init) => {
      const request = new Request(input, init);
      return fault((changed = request) => emulator.fetch(changed), request);
    },
    headers: { "X-Auth-Token": emulatorToken },
    allowWrites: true,
    rate: Infinity,
    requests: 10_000,
    seed,
  });
}

test("nothing is found in the emulator, whatever the seed", async () => {
  for (const seed of [1, 2, 31207]) {
    const { cut, faults, requests, skipped } = await verifyEmulator(undefined, seed);
    expect(faults).toEqual([]);
    expect({ cut, skipped }).toEqual({ cut: undefined, skipped: [] });
    expect(requests).toBeGreaterThan(300);
  }
});

describe("finds", () => {
  test.each(Object.entries(faults))("%s", async (_, { fault, rule }) => {
    const { faults } = await verifyEmulator(fault);
    expect(faults.map(({ rule }) => rule)).toContain(rule);
  });
});

test("a fault comes with the request, in which no credential is shown", async () => {
  const { faults: found } = await verifyEmulator(faults["size 101 accepted"]!.fault);
  expect(found).toEqual([
    expect.objectContaining({
      operation: "listEncryptionTasks",
      rule: "accepted maximum",
      contract: "#/components/parameters/Size/schema/maximum",
      curl: "curl -X GET -H 'x-auth-token: …' 'http://localhost/v1/77b6a44cba5143ab91d13ab9a8ff44fd/encryptions?size=101'",
    }),
  ]);
  expect(JSON.stringify(found)).not.toContain(emulatorToken);
});

test("nothing is written unless it is allowed, and no bound is passed", async () => {
  const methods = new Set<string>();
  const emulator = createEmulator({ limits: false });
  const { cut, requests, skipped } = await verify(contract, "http://localhost/", {
    fetch: (input, init) => {
      methods.add(init?.method ?? "GET");
      return emulator.fetch(input, init);
    },
    headers: { "X-Auth-Token": emulatorToken },
    rate: Infinity,
    requests: 20,
  });
  expect(skipped).toEqual(["createEncryptionTask", "cancelEncryptionTask"]);
  expect([...methods]).toEqual(["GET"]);
  expect({ cut, requests }).toEqual({ cut: "20 requests were made", requests: 20 });
});

test("a service that does not answer is a fault, said in one line", async () => {
  const { faults } = await verify(contract, "http://localhost:1", { requests: 1 });
  expect(faults).toEqual([
    expect.objectContaining({ rule: "no-answer", message: expect.stringContaining("an answer") as string }),
  ]);
});
