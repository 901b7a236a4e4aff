// Writes src/generated/: the contract as types, and what the client must know of it when it runs.
import { emit, readContract } from "@mpc-contract/openapi/generate";
import { contractTypes } from "@mpc-contract/openapi/generate/types";
import { writeWire } from "./wire.ts";

await emit(new URL("../src/generated/", import.meta.url), async () => ({
  "contract.ts": await contractTypes(),
  "wire.ts": writeWire(await readContract()),
}));
