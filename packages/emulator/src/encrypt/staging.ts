import { lstat, mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join, posix } from "node:path";
import { type Bucket, makeFolder } from "./bucket.ts";
import { TaskFailure } from "./task-failure.ts";

/** The folder of a bucket, hidden from tasks, in which they write until they are done. */
const hidden = ".in-progress";

/**
 * Lets `write` write into a folder of its own, and moves what it has written to where it belongs: into an empty
 * folder at once, into any other file by file, in the order of the numbers that `write` gives for them.
 */
export async function stage(
  bucket: Bucket,
  key: string,
  write: (folder: string) => Promise<(file: string) => number>,
): Promise<void> {
  const parent = join(bucket.folder, hidden);
  const own = await makeOwn(parent);
  try {
    // One that others may read, as any folder in the bucket.
    const folder = join(own, "files");
    await mkdir(folder);
    await publish(folder, bucket, key, await write(folder));
  } finally {
    await rm(own, { recursive: true, force: true });
    // Somebody else may have a folder there.
    await rmdir(parent).catch(() => undefined);
  }
}

async function makeOwn(parent: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      // That it is there already is looked up after, so it may fail for want of it, too.
      await mkdir(parent, { recursive: true });
      await sweep(parent);
      return await mkdtemp(join(parent, `${prefix}${process.pid} `));
    } catch (error) {
      // Somebody else was done, and took the folder away. That does not happen time and again.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT" || attempt === 100) throw error;
    }
  }
}

/** Names tell whose a folder is. Those of another machine are left alone. */
const prefix = `${hostname().replaceAll(/[^\w.-]/g, "_")} `;

/** Takes away what processes of this machine have left that are no more. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : NaN;
    if (Number.isNaN(pid)) continue;
    const path = join(parent, name);
    if (pid === process.pid ? !(await isOlderThanProcess(path)) : isAlive(pid)) continue;
    await rm(path, { recursive: true, force: true });
  }
}

/** Says whether a folder is of another process that had the ID of this one, as in a container that begins anew. */
async function isOlderThanProcess(path: string): Promise<boolean> {
  const began = Date.now() - process.uptime() * 1000;
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.mtimeMs < began - 1000;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One of another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function publish(
  folder: string,
  bucket: Bucket,
  key: string,
  turn: (file: string) => number,
): Promise<void> {
  const target = await makeFolder(bucket, key);
  if ((await readdir(target)).length === 0) {
    const isMoved = await rename(folder, target).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        // Somebody else was faster.
        if (error.code === "ENOTEMPTY" || error.code === "EEXIST") return false;
        throw error;
      },
    );
    if (isMoved) return;
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(folder, join(entry.parentPath, entry.name)))
    .toSorted((a, b) => turn(a) - turn(b));
  // Nothing stands in the way, and no folder leads out of the bucket, before the first file is replaced.
  const places = new Map<string, string>();
  for (const part of new Set(files.map((file) => posix.dirname(file)))) {
    places.set(part, await makeFolder(bucket, posix.join(key, part)));
  }
  const targetOf = (file: string): string => join(places.get(posix.dirname(file))!, posix.basename(file));
  for (const file of files) {
    const found = await lstat(targetOf(file)).catch(() => undefined);
    if (found?.isDirectory())
      throw new TaskFailure("output", `${bucket.name}: ${posix.join(key, file)} is a folder.`);
  }
  for (const file of files) await rename(join(folder, file), targetOf(file));
}
