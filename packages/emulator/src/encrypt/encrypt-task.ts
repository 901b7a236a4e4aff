import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join, posix } from "node:path";
import { defaultAlgorithm, hlsMethods, refusals } from "../generated/wire.ts";
import type { TaskRecord } from "../tasks/record.ts";
import { type Bucket, findBucket, makeFolder } from "./bucket.ts";
import { encryptPlaylist } from "./encrypt-playlist.ts";
import { TaskFailure } from "./task-failure.ts";

/** The folder, hidden from tasks, in which they write until they are done. */
const staging = ".in-progress";

/**
 * Does what a task asks for, in the folders below `root` that stand for buckets.
 *
 * @returns The names of the files for the task to list.
 * @throws {TaskFailure} When the task cannot be done; the message is its description.
 */
export async function encryptTask(
  root: string,
  { encryption, project, task }: TaskRecord,
  signal: AbortSignal,
): Promise<string[]> {
  const { algorithm = defaultAlgorithm, iv, key, url } = encryption!;
  const method = Object.hasOwn(hlsMethods, algorithm) ? hlsMethods[algorithm] : undefined;
  if (method === undefined) {
    throw new TaskFailure(
      "input-format",
      `HLS cannot carry ${algorithm}. Ask for ${Object.keys(hlsMethods).join(", ")}.`,
    );
  }
  const { bucket: from = "", object = "" } = task.input ?? {};
  const { bucket: to = "", object: target = "" } = task.output ?? {};
  if (!object.endsWith(".m3u8")) throw new TaskFailure("input-format", `${object}: only HLS is encrypted.`);
  const [source, destination] = [await findBucket(root, from), await findBucket(root, to)];
  const own = await stage(root, `${project} ${task.task_id} `);
  try {
    // One that others may read, as any folder in the bucket.
    const folder = join(own, "files");
    await mkdir(folder);
    const secret = { key: Buffer.from(key, "base64"), iv: iv ? Buffer.from(iv, "base64") : randomBytes(16) };
    const names = await encryptPlaylist(
      source,
      object,
      { ...secret, method, url: quotable(url) },
      folder,
      signal,
    );
    await publish(folder, destination, target.replace(/\/+$/, ""), names);
    return names;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** A URL as it may stand between quotation marks, in one line. */
function quotable(url: string): string {
  return url.replace(/["\r\n]/g, encodeURIComponent);
}

/** Says of an error what a task says of it. */
export function describeFailure(error: unknown): string {
  if (error instanceof TaskFailure) return error.message;
  return `${refusals["system-error"].body.error_msg} ${(error as NodeJS.ErrnoException).code ?? ""}`.trimEnd();
}

/** Makes a folder of a task's own, and takes away those that it left when it was killed. */
async function stage(root: string, prefix: string): Promise<string> {
  const parent = join(root, staging);
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (name.startsWith(prefix)) await rm(join(parent, name), { recursive: true, force: true });
  }
  return mkdtemp(join(parent, prefix));
}

/**
 * Moves files to where they belong: into a folder that is empty at once, into any other file by file, and playlists
 * last, the one that leads to all others at the end.
 */
async function publish(folder: string, bucket: Bucket, key: string, playlists: string[]): Promise<void> {
  const target = await makeFolder(bucket, key);
  if ((await readdir(target)).length === 0) {
    await rename(folder, target);
    return;
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(folder, join(entry.parentPath, entry.name)));
  const turn = (file: string): number =>
    playlists.includes(file) ? playlists.length - playlists.indexOf(file) : 0;
  for (const file of files.toSorted((a, b) => turn(a) - turn(b))) {
    // Looked at anew each time: a folder of the bucket may be a link that leads out of it.
    const place = await makeFolder(bucket, posix.join(key, posix.dirname(file)));
    await rename(join(folder, file), join(place, posix.basename(file)));
  }
}
