import { defaultAlgorithm, hlsMethods, refusals } from "../generated/wire.ts";
import type { TaskRecord } from "../tasks/record.ts";
import { type Bucket, findBucket } from "./bucket.ts";
import { encryptPlaylist } from "./encrypt-playlist.ts";
import { stage } from "./staging.ts";
import { TaskFailure } from "./task-failure.ts";

/**
 * Does what a task asks for, in the folders below `root` that stand for buckets.
 *
 * @returns The names of the files for the task to list.
 * @throws {TaskFailure} When the task cannot be done; the message is its description.
 */
export async function encryptTask(
  root: string,
  { encryption, task }: TaskRecord,
  signal: AbortSignal,
): Promise<string[]> {
  const { algorithm = defaultAlgorithm, iv = "", key, url } = encryption!;
  const method = Object.hasOwn(hlsMethods, algorithm) ? hlsMethods[algorithm] : undefined;
  if (method === undefined) {
    const carried = Object.keys(hlsMethods).join(", ");
    throw new TaskFailure("input-format", `HLS cannot carry ${algorithm}. Ask for ${carried}.`);
  }
  const { bucket: from = "", object = "" } = task.input ?? {};
  const { bucket: to = "", object: target = "" } = task.output ?? {};
  if (!object.endsWith(".m3u8")) throw new TaskFailure("input-format", `${object}: only HLS is encrypted.`);
  const source = await findBucket(root, from, "input");
  const destination = await findBucket(root, to, "output");
  const folder = target.replace(/\/+$/, "");
  refuseOverlap(source, object, destination, folder);
  const secret = { key: Buffer.from(key, "base64"), iv: Buffer.from(iv, "base64") };
  let names: string[] = [];
  await stage(destination, folder, async (path) => {
    names = await encryptPlaylist(source, object, { ...secret, method, url: quotable(url) }, path, signal);
    signal.throwIfAborted();
    // Playlists come last, the one that leads to all others at the end.
    return (file) => (names.includes(file) ? names.length - names.indexOf(file) : 0);
  });
  return names;
}

/** Says of an error what a task says of it. */
export function describeFailure(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const text =
    error instanceof TaskFailure ? message : `${refusals["system-error"].body.error_msg} ${code}`.trimEnd();
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** How long a description may be: a playlist can name a very long file. */
const longest = 500;

/** What is written must not be what is read, now or when the task is done anew. */
function refuseOverlap(source: Bucket, object: string, destination: Bucket, folder: string): void {
  if (source.folder !== destination.folder) return;
  const [input, output] = [`${object.split("/").slice(0, -1).join("/")}/`, `${folder}/`];
  if (input === "/" || (!input.startsWith(output) && !output.startsWith(input))) return;
  throw new TaskFailure("output", `${folder}: it must be apart from the folder of the input.`);
}

/** A URL as it may stand between quotation marks, in one line. */
function quotable(url: string): string {
  return url.replace(/["\r\n]/g, encodeURIComponent);
}
