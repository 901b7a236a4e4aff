import type { Contestant } from "../benchmark.ts";
import { vendorCore } from "../clients/vendor-core.ts";
import { versionOf } from "../measure/installed.ts";
import type { MakeAsk } from "./ask.ts";

/** One that asks, in a process that loads nothing of the others. */
export interface Asking extends Contestant {
  /** How its requests show who asks: those without do less than the others. */
  by: "signature" | "token" | "nothing";
  load: () => Promise<MakeAsk>;
}

const doesLess =
  "It limits no time and hands out what JSON.parse gave. Ours ends a request that takes too long, by a timer and a signal, and gives the ID and the times of each task as text.";

export const contestants: Asking[] = [
  {
    name: "ours",
    kind: "ours",
    by: "signature",
    load: async () => (await import("./contestants/ours.ts")).ours,
  },
  {
    name: "the vendor's core",
    version: versionOf(vendorCore),
    kind: "peer",
    by: "signature",
    load: async () => (await import("./contestants/vendor.ts")).vendor,
  },
  {
    name: "hey-api, signed by ours",
    version: versionOf("@hey-api/openapi-ts"),
    kind: "peer",
    by: "signature",
    whenAhead: doesLess,
    load: async () => (await import("./contestants/hey-api.ts")).heyApi,
  },
  {
    name: "Redocly, signed by ours",
    version: versionOf("@redocly/cli"),
    kind: "peer",
    by: "signature",
    whenAhead: doesLess,
    load: async () => (await import("./contestants/redocly.ts")).redocly,
  },
  {
    name: "orval on axios, signed by ours",
    version: versionOf("orval"),
    kind: "peer",
    by: "signature",
    whenAhead: doesLess,
    load: async () => (await import("./contestants/orval.ts")).orval,
  },
  {
    name: "openapi-fetch, signed by ours",
    version: versionOf("openapi-fetch"),
    kind: "peer",
    by: "signature",
    whenAhead: doesLess,
    load: async () => (await import("./contestants/openapi-fetch.ts")).openapiFetch,
  },
  {
    name: "openapi-fetch, unsigned",
    version: versionOf("openapi-fetch"),
    kind: "peer",
    by: "nothing",
    whenAhead: "It signs nothing, limits no time, and hands out what JSON.parse gave.",
    load: async () => (await import("./contestants/openapi-fetch.ts")).openapiFetchUnsigned,
  },
  {
    name: "ours, with a token",
    kind: "ours",
    by: "token",
    load: async () => (await import("./contestants/ours.ts")).oursByToken,
  },
  {
    name: "fetch and JSON.parse, unsigned",
    kind: "limit",
    by: "nothing",
    load: async () => (await import("./contestants/fetch.ts")).bareFetch,
  },
];
