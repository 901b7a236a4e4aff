import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createMpcClient, type MpcClient, type Task } from "@mpc-contract/client";
import { createEmulator, emulatorCredentials } from "../src/index.ts";
import { bucketsIn } from "../src/node.ts";
import { order } from "./send.ts";

/** A folder with an empty bucket `b`. */
export interface Buckets {
  root: string;
  /** Where the objects of the bucket are. */
  folder: string;
  put: (key: string, content: string | Buffer) => void;
  read: (key: string) => Buffer;
  /** The keys of all objects. */
  list: () => string[];
  /** Puts the film of the tests at `film/index.m3u8`. */
  putFilm: () => void;
  remove: () => void;
}

export function createBuckets(): Buckets {
  const root = mkdtempSync(join(tmpdir(), "emulator-buckets-"));
  const folder = join(root, "b");
  mkdirSync(folder);
  return {
    root,
    folder,
    put(key, content) {
      mkdirSync(dirname(join(folder, key)), { recursive: true });
      writeFileSync(join(folder, key), content);
    },
    read: (key) => readFileSync(join(folder, key)),
    list: () =>
      filesIn(folder)
        .map((file) => file.slice(folder.length + 1))
        .toSorted(),
    putFilm: () => cpSync(new URL("media", import.meta.url), join(folder, "film"), { recursive: true }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** All that is no folder, without following links. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** Key and IV of `order`, in hexadecimal digits. */
export const keyHex = Buffer.from(order.encryption.hls_encrypt.key, "base64").toString("hex");
export const ivHex = Buffer.from(order.encryption.hls_encrypt.iv!, "base64").toString("hex");

/** Encrypts an object into a folder, and gives the task as it has ended. An empty algorithm names none. */
export async function encrypt(
  { root }: Buckets,
  object: string,
  {
    algorithm = "AES-128-CBC",
    bucket = "b",
    output = "out",
    url = "https://keys.example.com/1",
    iv = order.encryption.hls_encrypt.iv!,
  } = {},
): Promise<Task> {
  await using emulator = createEmulator({
    seed: { tasks: {} },
    speed: "instant",
    limits: false,
    encrypt: bucketsIn(root),
  });
  const mpc = createMpcClient({
    endpoint: "http://emulator",
    projectId: "p",
    credentials: emulatorCredentials,
    fetch: emulator.fetch,
  });
  const { algorithm: _, iv: __, ...hls } = order.encryption.hls_encrypt;
  const id = await mpc.encryptions.create({
    input: { ...order.input, bucket, object },
    output: { ...order.output, bucket, object: output },
    encryption: {
      hls_encrypt: { ...hls, url, ...(algorithm !== "" && { algorithm }), ...(iv !== "" && { iv }) },
    },
  });
  return await ended(mpc, id);
}

/** Asks for a task until it has ended. */
async function ended(mpc: MpcClient, id: string): Promise<Task> {
  for (;;) {
    const task = await mpc.encryptions.get(id);
    if (task.end_time !== undefined) return task;
    await sleep(5);
  }
}

/** Decrypts with OpenSSL. */
export function decrypt(bytes: Buffer): Buffer {
  return execFileSync("openssl", ["enc", "-d", "-aes-128-cbc", "-K", keyHex, "-iv", ivHex], {
    input: bytes,
    maxBuffer: 2 ** 30,
  });
}
