import { createCipheriv } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Benchmark, Comparison, Effort } from "../benchmark.ts";
import { allEqual } from "../measure/all-equal.ts";
import { runNodeProgram } from "../measure/node-program.ts";
import { roundsForInterval } from "../measure/spread.ts";
import { takeTurns } from "../measure/take-turns.ts";
import { secondsOf } from "../measure/time.ts";
import { encryptByEmulator } from "./emulator.ts";
import { type Film, hashSegments, writeFilm } from "./film.ts";
import { encryptByOpenssl, opensslMemory, opensslVersion } from "./openssl.ts";

export const benchmark: Benchmark = {
  title: "Encryption",
  question:
    "How fast are the segments of a film encrypted, and in how much memory, beside OpenSSL on the same files?",
  run,
};

async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  const root = await mkdtemp(join(tmpdir(), "benchmark-"));
  try {
    const film = await writeFilm(root, quick ? 1 : 8);
    const version = await opensslVersion();
    const title = `A film of ${film.mebibytes} MiB in ${film.segments.length} ${quick ? "segment" : "segments"}`;
    const same = await sameBytes(film, version);
    const openssl = { name: "openssl enc", kind: "peer" as const, ...(version !== undefined && { version }) };
    yield {
      title,
      unit: { name: "MiB a second", better: "more" },
      same,
      entries: await takeTurns(
        [
          {
            name: "ours, as a task of the emulator",
            kind: "ours",
            measure: () => rateOf(film, (output) => encryptByEmulator(film.root, output)),
          },
          {
            ...openssl,
            measure: () => rateOf(film, (output) => encryptByOpenssl(film, join(film.bucket, output))),
          },
          { name: "the cipher alone, in memory", kind: "limit", measure: () => cipherAlone(film.mebibytes) },
        ],
        quick ? 1 : 12,
        quick ? 0 : 1,
      ),
    };
    yield {
      title: `${title}, memory at most`,
      unit: { name: "MiB", better: "less" },
      same: `${same}; all of the process, and of the processes of openssl that which held most`,
      entries: await takeTurns(
        [
          { name: "ours, as a task of the emulator", kind: "ours", measure: () => memoryOf([film.root]) },
          {
            ...openssl,
            whenAhead:
              "It is a native program. Node.js by itself holds ten times as much before it does anything. What ours adds hardly grows beyond that of this film: it reads, encrypts and writes 64 KiB at a time.",
            async measure() {
              const output = join(film.bucket, "measured");
              const mebibytes = await opensslMemory(film, output);
              await rm(output, { recursive: true });
              return mebibytes;
            },
          },
          { name: "Node.js that does nothing", kind: "limit", measure: () => memoryOf([]) },
        ],
        quick ? 1 : roundsForInterval,
        0,
      ),
    };
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Encrypts the film in both ways, and says what was the same. Throws when it is not. */
async function sameBytes(film: Film, version: string | undefined): Promise<string> {
  const hash = async (output: string, work: Promise<void>): Promise<string> => {
    await work;
    const folder = join(film.bucket, output);
    const hash = await hashSegments(film, folder);
    await rm(folder, { recursive: true });
    return hash;
  };
  await allEqual({
    ours: () => hash("ours", encryptByEmulator(film.root, "ours")),
    ...(version !== undefined && {
      openssl: () => hash("openssl", encryptByOpenssl(film, join(film.bucket, "openssl"))),
    }),
  });
  return version === undefined
    ? "there is nothing to compare with"
    : `the encrypted segments have the same bytes; ours are encrypted by the OpenSSL ${process.versions.openssl} of Node.js, and openssl, a process for each segment, is ${version}`;
}

async function rateOf({ bucket, mebibytes }: Film, work: (output: string) => Promise<void>): Promise<number> {
  const seconds = await secondsOf(() => work("measured"));
  await rm(join(bucket, "measured"), { recursive: true });
  return mebibytes / seconds;
}

async function cipherAlone(mebibytes: number): Promise<number> {
  const bytes = Buffer.alloc(64 * 1024);
  const cipher = createCipheriv("aes-128-cbc", Buffer.alloc(16), Buffer.alloc(16));
  const seconds = await secondsOf(() => {
    for (let done = 0; done < mebibytes * 16; done++) cipher.update(bytes);
  });
  return mebibytes / seconds;
}

const program = fileURLToPath(new URL("encrypt-once.ts", import.meta.url));

async function memoryOf(args: string[]): Promise<number> {
  const { code, mebibytes, stderr } = await runNodeProgram(program, args);
  if (code !== 0) throw new Error(stderr);
  return mebibytes;
}
