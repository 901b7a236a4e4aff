import { gzipSync } from "node:zlib";
import { emulatorCredentials, emulatorToken } from "../src/index.ts";
import {
  badTexts,
  fields,
  framings,
  hosts,
  keys,
  lengths,
  lines,
  methods,
  queries,
  segments,
  targets,
  versions,
} from "./hostile-words.ts";
import { order } from "./send.ts";

/** What one connection sends. */
export interface Conversation {
  /** What is wrong with it, in words. */
  kind: string;
  bytes: Buffer;
  /** How many requests that is, not counting an ordinary one at its end. */
  requests: number;
  manner: Manner;
  /** Whether the emulator may rightly wait for more of it. */
  stalls: boolean;
}

/** How the bytes are sent: at once, a few and then no more, at once with an end, or with a reset behind them. */
export type Manner = "whole" | "slow" | "half-closed" | "reset";

interface Random {
  /** A whole number from 0, less than the limit. */
  below: (limit: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** Any bytes, each as one character. */
  bytes: (length: number) => string;
}

interface Kind {
  /** How many of 1,000 are of this kind. */
  share: number;
  make: (random: Random) => string;
  stalls?: true;
  manner?: Manner;
}

const project = "77b6a44cba5143ab91d13ab9a8ff44fd";
const path = `/v1/${project}/encryptions`;
const token = `X-Auth-Token: ${emulatorToken}`;
const json = "Content-Type: application/json";
const body = JSON.stringify(order);
const large = "x".repeat(1024 * 1024 + 1);

/** Texts are latin-1 here: each character is one byte. */
function message(line: string, headers: readonly string[], text = ""): string {
  return [line, ...headers, "", text].join("\r\n");
}

function get(url: string, ...headers: string[]): string {
  return message(`GET ${url} HTTP/1.1`, ["Host: a", token, ...headers]);
}

function post(text: string, ...headers: string[]): string {
  const all = ["Host: a", token, json, `Content-Length: ${text.length}`, ...headers];
  return message(`POST ${path} HTTP/1.1`, all, text);
}

/** A body with its framing left to whoever attacks. */
function framed(headers: readonly string[], text: string): string {
  return message(`POST ${path} HTTP/1.1`, ["Host: a", token, json, ...headers], text);
}

/** An ordinary request that ends the connection. */
const last = get(`${path}?task_id=31207`, "Connection: close");

/** As if signed with the access key that every emulator takes. */
function signed(): string[] {
  const date = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "");
  return [
    `X-Sdk-Date: ${date}`,
    `X-Project-Id: ${project}`,
    `Authorization: SDK-HMAC-SHA256 Access=${emulatorCredentials.accessKey}, ` +
      `SignedHeaders=host;x-sdk-date, Signature=${"a".repeat(64)}`,
  ];
}

/** A body that nests deeply, alone or where the contract allows any field. */
function deepText({ below, pick }: Random): string {
  const depth = 2000 + below(98_001);
  const [open, close] = pick([
    ["[", "]"],
    ['{"a":', "}"],
  ] as const);
  const deep = `${open.repeat(depth)}1${close.repeat(depth)}`;
  return pick([
    deep,
    open.repeat(depth),
    body.replace("{", `{"a":${deep},`),
    body.replace('"bucket"', `"a":${deep},"bucket"`),
  ]);
}

/** An ordinary request of which some bytes are others, are gone, or are twice there. */
function mutate({ below, bytes, pick }: Random): string {
  let text = pick([post(body), get(`${path}?size=10`), last]);
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(text.length);
    const length = below(8);
    const instead = pick([bytes(1), "", text.slice(at, at + length * 2), "\0", "\r\n", " ", ":"]);
    text = text.slice(0, at) + instead + text.slice(at + length);
  }
  return text;
}

/** Any requests that leave the connection open, one after another. */
function several(random: Random, count: number): string {
  const { pick } = random;
  const one = (): string =>
    pick([
      () => get(`/v1/${pick(segments)}/${pick(segments)}`),
      () => get(`${path}?${pick(queries)}`),
      () => message(`${pick(methods.slice(2, 10))} ${path} HTTP/1.1`, ["Host: a", token]),
      () => post(`{${pick(keys)}}`),
      () => post(pick(badTexts)),
    ])();
  return Array.from({ length: count }, one).join("");
}

/** Any request that is a whole one, so that there is something to answer. */
function whole({ pick }: Random): string {
  return pick([post(body), get(path), post(`{${pick(keys)}}`), get(`${path}?${pick(queries)}`)]);
}

const pipelined = 8;

const kinds: Record<string, Kind> = {
  "random bytes": { share: 50, stalls: true, make: ({ below, bytes }) => bytes(1 + below(600)) },
  "request line": { share: 60, stalls: true, make: ({ pick }) => message(pick(lines), ["Host: a", token]) },
  mutation: { share: 100, stalls: true, make: mutate },
  method: {
    share: 60,
    stalls: true,
    make: ({ pick }) =>
      message(`${pick(methods)} ${pick([path, "*", "a:1", "/"])} HTTP/1.1`, ["Host: a", token]),
  },
  signed: {
    share: 30,
    make: ({ pick }) =>
      pick([
        () => message(`TRACE ${path} HTTP/1.1`, ["Host: a", ...signed()]),
        () => message(`GET ${pick([path, "*"])} HTTP/1.1`, [`Host: ${pick(hosts)}`, ...signed()]),
      ])(),
  },
  "long URL": {
    share: 20,
    make: ({ below, pick }) => get(`${path}?${pick(["task_id=1&", "a", "%61", "=&"]).repeat(below(8000))}`),
  },
  "long header": {
    share: 15,
    make: ({ below, pick }) => get(path, `${pick(["A", token])}: ${"a".repeat(8000 + below(50_000))}`),
  },
  "many headers": {
    share: 15,
    make: ({ below }) => get(path, ...Array.from({ length: below(6000) }, (_, index) => `${index}: 1`)),
  },
  "header field": { share: 80, stalls: true, make: ({ pick }) => get(path, pick(fields), pick(fields)) },
  text: {
    share: 40,
    make: ({ pick }) =>
      pick([post(pick(badTexts)), post(body.replace("a/", pick(badTexts))), get(`/${pick(badTexts)}`)]),
  },
  framing: { share: 60, stalls: true, make: ({ pick }) => framed(...pick(framings)) },
  length: { share: 20, stalls: true, make: ({ pick }) => framed([`Content-Length: ${pick(lengths)}`], "{}") },
  "large body": {
    share: 4,
    stalls: true,
    make: ({ pick }) =>
      pick([
        () => post(large),
        () => framed(["Transfer-Encoding: chunked"], `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`),
        () => framed(["Content-Length: 999999999999"], large),
      ])(),
  },
  "deep JSON": { share: 8, make: (random) => post(deepText(random)) },
  "prototype key": { share: 30, make: ({ pick }) => post(body.replaceAll("{", () => `{${pick(keys)},`)) },
  gzip: {
    share: 10,
    make: ({ pick }) =>
      post(
        gzipSync(pick([body, large, ""])).toString("latin1"),
        `Content-Encoding: ${pick(["gzip", "deflate", "br"])}`,
      ),
  },
  path: {
    share: 50,
    make: ({ pick }) =>
      get(`/v1/${pick(segments)}/${pick(segments)}${pick(["", "/encryptions"])}?${pick(queries)}`),
  },
  "whole URL": {
    share: 40,
    make: ({ pick }) => get(`${pick(targets)}${pick(["", path, "/../", "?", "#"])}`),
  },
  version: { share: 20, stalls: true, make: ({ pick }) => pick(versions) },
  slow: {
    share: 10,
    stalls: true,
    manner: "slow",
    make: ({ pick }) => pick([post(body), get(path), framed(...pick(framings))]),
  },
  "half-closed": { share: 30, manner: "half-closed", make: whole },
  reset: { share: 30, manner: "reset", make: whole },
  pipelined: { share: 30, make: (random) => several(random, pipelined) },
};

/** Connections without end, always the same ones for the same seed. */
export function* hostileConversations(seed: number): Generator<Conversation, never> {
  const random = createRandom(seed);
  const names = Object.keys(kinds).flatMap((name) => Array<string>(kinds[name]!.share).fill(name));
  for (;;) {
    const kind = random.pick(names);
    const { make, manner = "whole", stalls = false } = kinds[kind]!;
    const bytes = Buffer.from(make(random) + (manner === "whole" ? last : ""), "latin1");
    yield { kind, bytes, requests: kind === "pipelined" ? pipelined : 1, manner, stalls };
  }
}

/** Mulberry32: small, and good enough to choose by. */
function createRandom(seed: number): Random {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    pick: (list) => list[below(list.length)]!,
    bytes: (length) => String.fromCharCode(...Array.from({ length }, () => below(256))),
  };
}
