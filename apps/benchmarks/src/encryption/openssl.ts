import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { hlsEncrypt } from "./emulator.ts";
import type { Film } from "./film.ts";

const run = promisify(execFile);
const absent = "There is no openssl on the path";
const hex = (text: string): string => Buffer.from(text, "base64").toString("hex");
const args = ["enc", "-aes-128-cbc", "-K", hex(hlsEncrypt.key), "-iv", hex(hlsEncrypt.iv)];

/** The version of the OpenSSL that is installed, if any. */
export async function opensslVersion(): Promise<string | undefined> {
  const { stdout } = await run("openssl", ["version"]).catch(() => ({ stdout: "" }));
  return stdout.split(" ")[1];
}

/** Encrypts each segment of a film into a file of a folder. */
export async function encryptByOpenssl({ bucket, segments }: Film, output: string): Promise<void> {
  await mkdir(output);
  // One shell for all, so that its start counts once.
  const script = `set -e; for segment in ${segments.join(" ")}; do openssl ${args.join(" ")} -in "$0/$segment" -out "$1/$segment"; done`;
  await run("sh", ["-c", script, join(bucket, "in"), output], { timeout: 60_000 }).catch((error: unknown) => {
    throw (error as { code?: unknown }).code === 127 ? new Error(absent) : error;
  });
}

/** The most memory that it holds while it encrypts a segment, in MiB. */
export async function opensslMemory({ bucket, segments }: Film): Promise<number> {
  if ((await opensslVersion()) === undefined) throw new Error(absent);
  const segment = await readFile(join(bucket, "in", segments[0]!));
  const child = spawn("openssl", args, { stdio: ["pipe", "ignore", "inherit"], timeout: 60_000 });
  // It waits for more, so that it is still there to be looked at.
  await new Promise<void>((resolve, reject) => {
    child.on("error", reject).stdin.on("error", reject);
    child.stdin.write(segment, () => resolve());
  });
  const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
  child.stdin.end();
  await once(child, "close");
  const kibibytes = /^VmHWM:\s*(\d+)/m.exec(status)?.[1];
  if (kibibytes === undefined) throw new Error("Only Linux tells the memory of another process");
  return Number(kibibytes) / 1024;
}
