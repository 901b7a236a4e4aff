import { constants } from "node:fs";
import { type FileHandle, mkdir, open, realpath, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { TaskFailure } from "./task-failure.ts";

/** A folder that stands for a bucket. No path leads out of it. */
export interface Bucket {
  name: string;
  /** Where it really is. */
  folder: string;
}

/** Which of the two places of a task is meant, and what it fails of when it is wrong. */
type Side = "input" | "output";
const failureOf = { input: "input-missing", output: "output" } as const;

/** Finds the folder of a bucket below `root`. */
export async function findBucket(root: string, name: string, side: Side): Promise<Bucket> {
  if (!isSegment(name) || name.startsWith(".")) {
    throw new TaskFailure(failureOf[side], `${JSON.stringify(name)} is no name of a bucket.`);
  }
  const folder = join(root, name);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new TaskFailure(failureOf[side], `There is no bucket "${name}".`);
  return { name, folder: await realpath(folder) };
}

/** Opens an object for reading. */
export async function openObject(bucket: Bucket, key: string): Promise<FileHandle> {
  const path = await locate(bucket, key, "input");
  try {
    // It is not a link, for its real path is known; and nothing that has no end, such as a pipe, is waited for.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch {
    // What cannot be opened is not there.
  }
  throw new TaskFailure("input-missing", `${bucket.name}: ${key}`);
}

/** Makes a folder and gives its path. */
export async function makeFolder(bucket: Bucket, key: string): Promise<string> {
  const path = await locate(bucket, key, "output");
  try {
    await mkdir(path, { recursive: true });
  } catch {
    throw new TaskFailure("output", `${bucket.name}: ${key} cannot be made a folder.`);
  }
  return path;
}

/** The path that a key stands for. Refuses one that would lead out of the bucket, be it by a symbolic link. */
async function locate({ folder, name }: Bucket, key: string, side: Side): Promise<string> {
  const segments = key.split("/");
  // A hidden folder at the top holds what is in progress.
  if (!segments.every(isSegment) || key.startsWith(".")) {
    throw new TaskFailure(failureOf[side], `${name}: ${JSON.stringify(key)} is no path in a bucket.`);
  }
  const path = join(folder, ...segments);
  // The deepest part that is there says where the rest would be.
  for (let part = path; ; part = dirname(part)) {
    const real = await realpath(part).catch(() => undefined);
    if (real === undefined) continue;
    if (real !== folder && !real.startsWith(folder + sep)) {
      throw new TaskFailure(failureOf[side], `${name}: ${key} leads out of the bucket.`);
    }
    return real + path.slice(part.length);
  }
}

function isSegment(text: string): boolean {
  return text !== "" && text !== "." && text !== ".." && !/[\0\\/]/.test(text);
}
