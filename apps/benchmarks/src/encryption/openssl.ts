import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { hlsEncrypt } from "./emulator.ts";
import type { Film } from "./film.ts";

const run = promisify(execFile);
const gnuTime = "/usr/bin/time";
const absent = "There is no openssl on the path";
const hex = (text: string): string => Buffer.from(text, "base64").toString("hex");
const args = ["enc", "-aes-128-cbc", "-K", hex(hlsEncrypt.key), "-iv", hex(hlsEncrypt.iv)];

/** The version of the OpenSSL that is installed, if any. */
export async function opensslVersion(): Promise<string | undefined> {
  const { stdout } = await run("openssl", ["version"]).catch(() => ({ stdout: "" }));
  return stdout.split(" ")[1];
}

/** Encrypts each segment of a film into a file of a folder. */
export async function encryptByOpenssl(film: Film, output: string): Promise<void> {
  await encrypt(film, output, []);
}

/**
 * The most memory, in MiB, that any of its processes holds while they do so. GNU time tells what the kernel counted of
 * them, which Node.js does not.
 */
export async function opensslMemory(film: Film, output: string): Promise<number> {
  const told = join(film.bucket, "memory");
  await encrypt(film, output, [gnuTime, "--format", "%M", "--output", told]);
  const kibibytes = Number(await readFile(told, "utf8"));
  if (!(kibibytes > 0)) throw new Error(`${gnuTime} does not tell the memory`);
  return kibibytes / 1024;
}

/** Runs one shell for all segments, so that its start counts once, by another command if there is one. */
async function encrypt({ bucket, segments }: Film, output: string, by: string[]): Promise<void> {
  await mkdir(output);
  const script = `set -e; for segment in ${segments.join(" ")}; do openssl ${args.join(" ")} -in "$0/$segment" -out "$1/$segment"; done`;
  const [command, ...rest] = [...by, "sh", "-c", script, join(bucket, "in"), output];
  try {
    await run(command, rest, { timeout: 60_000 });
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === "ENOENT") throw new Error(`There is no ${command}`, { cause: error });
    throw code === 127 ? new Error(absent, { cause: error }) : error;
  }
}
