import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { bucketsIn, postgresStore, sqliteStore } from "../node.ts";
import { checkFaults, checkSeed, type EmulatorOptions, type Encrypt, type OpenStore } from "../options.ts";
import { isOrigin } from "../server.ts";
import { CommandError } from "./command-error.ts";

/** What the command line asks for. */
export interface Command {
  emulator: EmulatorOptions;
  host: string | undefined;
  port: number | undefined;
  cors: string | undefined;
  journal: boolean;
  /** The store in words, without a password. */
  storeName: string;
  buckets: string | undefined;
}

const options = {
  port: { type: "string" },
  host: { type: "string" },
  cors: { type: "string" },
  seed: { type: "string" },
  store: { type: "string" },
  buckets: { type: "string" },
  auth: { type: "string" },
  speed: { type: "string" },
  limits: { type: "string" },
  faults: { type: "string" },
  control: { type: "boolean" },
  journal: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the arguments; "help" when help is asked for. */
export async function readCommand(args: string[]): Promise<Command | "help"> {
  const values = parse(args);
  if (values.help) return "help";
  const { buckets, control = false, cors, faults, host, journal = false, seed, store = "memory" } = values;
  const auth = oneOf("auth", values.auth, ["strict", "loose"]);
  const limits = oneOf("limits", values.limits, ["on", "off"]);
  const speed = values.speed === undefined ? undefined : readSpeed(values.speed);
  const openStore = readStore(store);
  return {
    emulator: {
      ...(seed !== undefined && { seed: await readJson("seed", seed, checkSeed) }),
      ...(faults !== undefined && { faults: await readJson("faults", faults, checkFaults) }),
      ...(auth && { auth }),
      ...(limits && { limits: limits === "on" }),
      ...(speed !== undefined && { speed }),
      ...(openStore && { store: openStore }),
      ...(buckets !== undefined && { encrypt: readBuckets(buckets) }),
      control,
    },
    host: host === "" ? emptyHost() : host,
    port: values.port === undefined ? undefined : readPort(values.port),
    cors: cors === undefined ? undefined : readOrigin(cors),
    journal,
    storeName: nameOfStore(store),
    buckets,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new CommandError((error as Error).message.split(/\.\s/, 1)[0]);
  }
}

function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  words: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const known = words.find((word) => word === value);
  if (known === undefined)
    throw new CommandError(`--${option}: "${value}" is neither ${words.join(" nor ")}`);
  return known;
}

function readSpeed(text: string): number | "instant" {
  if (text === "instant") return text;
  const speed = Number(text);
  if (!(speed > 0 && speed < Infinity)) {
    throw new CommandError(`--speed: "${text}" is neither a number above 0 nor instant`);
  }
  return speed;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new CommandError(`--port: "${text}" is no port: give a whole number from 0 to 65535`);
  }
  return port;
}

function readOrigin(text: string): string {
  if (!isOrigin(text)) {
    throw new CommandError(`--cors: "${text}" is no origin: give one such as https://docs.example`);
  }
  return text;
}

function emptyHost(): never {
  throw new CommandError("--host: give a name or an address");
}

function readStore(store: string): OpenStore | undefined {
  if (store === "") throw new CommandError("--store: give memory, a file, or postgres://…");
  if (store.toLowerCase() === "memory") return undefined;
  if (/^postgres(ql)?:\/\//i.test(store)) return postgresStore(store);
  // Whatever follows may be a password.
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(store))
    throw new CommandError("--store: of databases there is postgres:// alone");
  return sqliteStore(store);
}

/** A store in words that have no password. */
function nameOfStore(store: string): string {
  if (!store.includes("://")) return store;
  if (!URL.canParse(store)) return "PostgreSQL";
  const { host, pathname } = new URL(store);
  return `PostgreSQL at ${host}${pathname}`;
}

function readBuckets(folder: string): Encrypt {
  try {
    return bucketsIn(folder);
  } catch {
    throw new CommandError(`--buckets: ${folder} is no folder`);
  }
}

async function readJson<T>(option: string, file: string, check: (value: unknown) => T): Promise<T> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`--${option}: ${file} cannot be read (${error.code})`);
  });
  try {
    // Some editors begin a file with a mark of its byte order.
    return check(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch (error) {
    throw new CommandError(`--${option}: ${file}: ${(error as Error).message}`);
  }
}
