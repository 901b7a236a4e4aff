// Writes src/generated/: what the emulator knows of the wire, the tasks that it starts with, and what the contract
// assumes. Then DIVERGENCES.md, from that and from what the emulator's own code declares.
import { emit, readContract, readExchanges } from "@mpc-contract/openapi/generate";
import { readAssumptions, writeDivergences } from "./divergences.ts";
import { readSeed } from "./seed.ts";
import { readWire } from "./wire.ts";

const literal = (value: unknown): string => JSON.stringify(value, undefined, 2);

await emit(new URL("../src/generated/", import.meta.url), async () => {
  const bundle = await readContract();
  const wire = readWire(bundle);
  const { valid } = await readExchanges();
  const seed = readSeed(valid, wire.lifeCycle.missing, wire.headers.requestId);
  return {
    "wire.ts": `/** The names of headers. */
export const headers = ${literal(wire.headers)};

/** How far the date of a signature may be from the clock, in seconds. */
export const dateTolerance = ${wire.dateTolerance};

/** The scheme of a signed \`Authorization\`. */
export const signatureScheme = ${literal(wire.signatureScheme)};

/** What an ID of a project looks like, as a pattern and in words. */
export const projectId = ${literal(wire.projectId)};

/** Where tasks are listed. */
export const listPath = ${literal(wire.listPath)};

/** The ID of the task in the contract's example of a listing. */
export const exampleId = ${literal(wire.exampleId)};

/** With which status each operation succeeds. */
export const success = ${literal(wire.success)};

/** How many wrong signatures in a row lock an access key, and for how many seconds. */
export const lockout = ${literal(wire.lockout)};

/** How many calls a tenant has, in how many seconds, and the same window in words. */
export const rateLimit = ${literal(wire.rateLimit)};

/** The names of the headers that tell of it. */
export const rateLimitHeaders = ${literal(wire.rateLimitHeaders)};

/** Where the contract expects an emulator. */
export const defaultEndpoint = ${literal(wire.endpoint)};

/** What page and size are when the query lacks them. */
export const defaults = ${literal(wire.defaults)};

/** The status of a task at each point of its life, and when there is none. */
export const lifeCycle = ${literal(wire.lifeCycle)};

/** The answer to each kind of wrong request. */
export const refusals = ${literal(wire.refusals)};

/** What is said of a task that failed, by what it failed of. */
export const failures = ${literal(wire.failures)};

/** The algorithm of a task that names none. */
export const defaultAlgorithm = ${literal(wire.defaultAlgorithm)};

/** The METHOD of HLS that carries an algorithm; those missing cannot be carried. */
export const hlsMethods: Readonly<Record<string, string>> = ${literal(wire.hlsMethods)};
`,
    "assumptions.ts": `import type { Divergence } from "../divergence.ts";

/** What the contract assumes, and the emulator with it. */
export const assumptions: readonly Divergence[] = ${literal(readAssumptions(bundle))};
`,
    "seed.ts": `import type { EncryptionTask } from "@mpc-contract/client";
import type { Answer } from "../message.ts";

/** The tasks of the contract's examples, by project. */
export const tasks: Record<string, EncryptionTask[]> = ${literal(seed.tasks)};

/** Projects of the contract's examples that answer every request with the same error. */
export const refusing: Record<string, Answer> = ${literal(seed.refusing)};
`,
  };
});

// Only now is there what it is made of.
await emit(new URL("../", import.meta.url), async () => {
  const { divergences } = await import("../src/divergences.ts");
  return { "DIVERGENCES.md": writeDivergences(divergences) };
});
