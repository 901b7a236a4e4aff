// Writes src/generated/: what the emulator knows of the wire, and the tasks that it starts with.
import { emit, readContract, readExchanges } from "@mpc-contract/openapi/generate";
import { readSeed } from "./seed.ts";
import { readWire } from "./wire.ts";

const literal = (value: unknown): string => JSON.stringify(value, undefined, 2);

await emit(new URL("../src/generated/", import.meta.url), async () => {
  const wire = readWire(await readContract());
  const { valid } = await readExchanges();
  const seed = readSeed(valid, wire.lifeCycle.missing, wire.headers.requestId);
  return {
    "wire.ts": `/** The names of headers. */
export const headers = ${literal(wire.headers)};

/** How far the date of a signature may be from the clock, in seconds. */
export const dateTolerance = ${wire.dateTolerance};

/** The scheme of a signed \`Authorization\`. */
export const signatureScheme = ${literal(wire.signatureScheme)};

/** Where the contract expects an emulator. */
export const defaultEndpoint = ${literal(wire.endpoint)};

/** What page and size are when the query lacks them. */
export const defaults = ${literal(wire.defaults)};

/** The status of a task at each point of its life, and when there is none. */
export const lifeCycle = ${literal(wire.lifeCycle)};

/** The answer to each kind of wrong request. */
export const refusals = ${literal(wire.refusals)};
`,
    "seed.ts": `import type { EncryptionTask } from "@mpc-contract/client";
import type { Answer } from "../refuse.ts";

/** The tasks of the contract's examples, by project. */
export const tasks: Record<string, EncryptionTask[]> = ${literal(seed.tasks)};

/** Projects of the contract's examples that answer every request with the same error. */
export const refusing: Record<string, Answer> = ${literal(seed.refusing)};
`,
  };
});
