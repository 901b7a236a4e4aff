import { parse, setOptions, stringify, types } from "hls-parser";
import { type Bucket, openObject } from "./bucket.ts";
import { TaskFailure } from "./task-failure.ts";

export const { Key } = types;
export type MasterPlaylist = types.MasterPlaylist;
export type MediaPlaylist = types.MediaPlaylist;

/** How large a playlist may be, in bytes. */
const largest = 16 * 1024 * 1024;

/** Reads a playlist. */
export async function readPlaylist(bucket: Bucket, key: string): Promise<MasterPlaylist | MediaPlaylist> {
  const text = await readText(bucket, key);
  try {
    setOptions({ strictMode: true });
    return parse(text);
  } catch (error) {
    const [reason] = (error as Error).message.replace(/^Invalid Playlist : /, "").split("\n");
    throw new TaskFailure("input-format", `${key}: ${reason}`);
  }
}

async function readText(bucket: Bucket, key: string): Promise<string> {
  const file = await openObject(bucket, key);
  try {
    const { size } = await file.stat();
    if (size <= largest) return await file.readFile("utf8");
    throw new TaskFailure("input-format", `${key}: ${size} bytes are too many for a playlist.`);
  } finally {
    await file.close();
  }
}

/** Writes a playlist as text. */
export function writePlaylist(playlist: MasterPlaylist | MediaPlaylist): string {
  // What was read is right. Its writer takes a line that is there twice for a fault, be it a gap.
  setOptions({ strictMode: false, silent: true });
  return `${stringify(playlist)}\n`;
}

/**
 * The key of the object that a URI in a playlist stands for: relative to the playlist, absolute in the bucket, or
 * a whole URL whose host begins with the name of the bucket.
 */
export function resolveUri(bucket: Bucket, playlist: string, uri: string): string {
  const isWhole = /^[a-z][a-z\d+.-]*:|^\/\//i.test(uri);
  const path = /^[^?#]*/.exec(isWhole ? pathOfUrl(bucket, playlist, uri) : uri)![0];
  const folder = path.startsWith("/") ? [] : playlist.split("/").slice(0, -1);
  const key = [...folder];
  for (const part of path.split("/")) {
    if (part === "..") {
      if (key.pop() === undefined) throw outside(bucket, playlist, uri);
    } else if (part !== "" && part !== ".") {
      key.push(decode(part));
    }
  }
  return key.join("/");
}

function pathOfUrl(bucket: Bucket, playlist: string, uri: string): string {
  const url = URL.canParse(uri, "https://-") ? new URL(uri, "https://-") : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.startsWith(`${bucket.name.toLowerCase()}.`)) {
    throw outside(bucket, playlist, uri);
  }
  return url.pathname;
}

function outside({ name }: Bucket, playlist: string, uri: string): TaskFailure {
  return new TaskFailure("input-not-fetched", `${playlist}: ${uri} is not in the bucket ${name}.`);
}

/** Percent-decodes. What cannot be decoded stays as it is. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
