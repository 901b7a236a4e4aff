import { createCipheriv } from "node:crypto";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { type Bucket, openObject } from "./bucket.ts";
import { TaskFailure } from "./task-failure.ts";

/** Bytes of an object that are encrypted by themselves; all of them when there is no range. */
export interface Piece {
  source: string;
  range?: ByteRange;
}

/** So many bytes from there on. */
export interface ByteRange {
  offset: number;
  length: number;
}

/** What AES takes. Secrets. */
export interface Secret {
  key: Buffer;
  iv: Buffer;
}

/** How many bytes are read, encrypted and written at a time. */
const chunkSize = 64 * 1024;

/** AES with a key of 128 bits in cipher block chaining mode; Node pads as PKCS #7 says. */
const cipher = "aes-128-cbc";

/**
 * Encrypts a piece and writes it behind what the file `path` has.
 *
 * @returns Where it was written.
 */
export async function encryptPiece(
  bucket: Bucket,
  { range, source }: Piece,
  { iv, key }: Secret,
  path: string,
  signal: AbortSignal,
): Promise<ByteRange> {
  const input = await openObject(bucket, source);
  try {
    const { size } = await input.stat();
    const { length, offset } = range ?? { offset: 0, length: size };
    if (offset + length > size) {
      const asked = `bytes ${offset} to ${offset + length - 1} are asked for`;
      throw new TaskFailure("input-format", `${source} has ${size} bytes, and ${asked}.`);
    }
    await mkdir(dirname(path), { recursive: true });
    const output = await open(path, "a");
    try {
      const before = (await output.stat()).size;
      const encrypting = createCipheriv(cipher, key, iv);
      let written = 0;
      // While one chunk is encrypted, the one before is written and the one after is read.
      let writing = Promise.resolve();
      for await (const chunk of chunksOf(input, offset, length)) {
        signal.throwIfAborted();
        const bytes = encrypting.update(chunk);
        written += bytes.length;
        await writing;
        writing = append(output, bytes);
        writing.catch(() => undefined);
      }
      await writing;
      const last = encrypting.final();
      await append(output, last);
      return { offset: before, length: written + last.length };
    } finally {
      await output.close();
    }
  } finally {
    await input.close();
  }
}

/** Reads chunks into two buffers by turns: while one is used, the other is filled. */
async function* chunksOf(file: FileHandle, offset: number, length: number): AsyncGenerator<Buffer> {
  const size = Math.min(chunkSize, length);
  const buffers = [Buffer.allocUnsafe(size), Buffer.allocUnsafe(size)] as const;
  const read = async (turn: number, at: number): Promise<Buffer> => {
    const buffer = buffers[turn % 2 === 0 ? 0 : 1];
    const { bytesRead } = await file.read(buffer, 0, Math.min(size, offset + length - at), at);
    return buffer.subarray(0, bytesRead);
  };
  let at = offset;
  let next = length > 0 ? read(0, at) : undefined;
  for (let turn = 1; next; turn++) {
    const chunk = await next;
    if (chunk.length === 0) throw new Error("the file was cut short while it was read");
    at += chunk.length;
    next = at < offset + length ? read(turn, at) : undefined;
    // Nobody waits for it when the other chunk fails.
    next?.catch(() => undefined);
    yield chunk;
  }
}

async function append(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await file.write(bytes, done)).bytesWritten;
  }
}
