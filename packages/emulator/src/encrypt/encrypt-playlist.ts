import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import type { Bucket } from "./bucket.ts";
import { type ByteRange, encryptPiece, type Piece, type Secret } from "./encrypt-piece.ts";
import {
  Key,
  type MasterPlaylist,
  type MediaPlaylist,
  readPlaylist,
  resolveUri,
  writePlaylist,
} from "./playlists.ts";
import { TaskFailure } from "./task-failure.ts";

/** How the segments are encrypted, and what is said of it in playlists. */
export interface Encryption extends Secret {
  method: string;
  /** Where a player fetches the key. */
  url: string;
}

/**
 * Encrypts a playlist and all that it leads to into a folder.
 *
 * @returns The names of the playlists, that which was asked for first.
 */
export async function encryptPlaylist(
  bucket: Bucket,
  key: string,
  encryption: Encryption,
  folder: string,
  signal: AbortSignal,
): Promise<string[]> {
  const names = createNames(posix.dirname(key));
  const pieces = new Map<string, ByteRange>();
  const playlists = new Map<string, string>();

  /** Encrypts a piece once, however many playlists have it. */
  async function encrypt(piece: Piece, apart: boolean): Promise<{ name: string; range: ByteRange }> {
    const { range, source } = piece;
    const name = names(source, !range ? "all" : apart ? `from ${range.offset} ${range.length}` : "ranges");
    const id = JSON.stringify([name, range]);
    const known =
      pieces.get(id) ?? (await encryptPiece(bucket, piece, encryption, join(folder, name), signal));
    pieces.set(id, known);
    return { name, range: known };
  }

  async function add(from: string): Promise<string> {
    const known = playlists.get(from);
    if (known !== undefined && from !== key) return known;
    if (known !== undefined) throw new TaskFailure("input-format", `${from}: it leads to itself.`);
    const name = names(from, "playlist");
    playlists.set(from, name);
    const playlist = await readPlaylist(bucket, from);
    if (playlist.defines && playlist.defines.length > 0) {
      throw new TaskFailure("input-format", `${from}: EXT-X-DEFINE is not supported.`);
    }
    if (playlist.isMasterPlaylist) {
      if (from !== key) throw new TaskFailure("input-format", `${from}: a master playlist within another.`);
      await addMaster(playlist, from, name);
    } else {
      await addMedia(playlist, from, name);
    }
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, writePlaylist(playlist), { flag: "wx" });
    return name;
  }

  async function addMaster(playlist: MasterPlaylist, from: string, name: string): Promise<void> {
    if (playlist.sessionKeyList.length > 0) throw encrypted(from);
    const sessionData = playlist.sessionDataList.find(({ uri }) => uri !== undefined);
    if (sessionData)
      throw new TaskFailure("input-format", `${from}: a URI in EXT-X-SESSION-DATA is not supported.`);
    const places: { uri?: string }[] = playlist.variants.flatMap((variant) => [
      variant,
      ...variant.audio,
      ...variant.video,
      ...variant.subtitles,
    ]);
    // Several variants may have the same rendition.
    for (const place of new Set(places)) {
      if (place.uri === undefined) continue;
      place.uri = relative(name, await add(resolveUri(bucket, from, place.uri)));
    }
  }

  async function addMedia(playlist: MediaPlaylist, from: string, name: string): Promise<void> {
    const { iv, method, url } = encryption;
    if (playlist.segments.length === 0) {
      throw new TaskFailure("input-format", `${from}: it has neither segments nor playlists.`);
    }
    // Its type says ArrayBuffer; it is read as bytes.
    const bytes = new Uint8Array(iv) as unknown as ArrayBuffer;
    playlist.version = Math.max(playlist.version ?? 1, 2);
    // What players of low latency may fetch beforehand is not there.
    delete playlist.lowLatencyCompatibility;
    delete playlist.partTargetDuration;
    playlist.renditionReports = [];
    playlist.prefetchSegments = [];
    const maps = new Set<unknown>();
    for (const segment of playlist.segments) {
      if (segment.key && segment.key.method !== "NONE") throw encrypted(from);
      segment.key = new Key({ method, uri: url, iv: bytes });
      segment.parts = [];
      if (segment.map && !maps.has(segment.map)) {
        maps.add(segment.map);
        await place(segment.map, from, name, true);
      }
      if (!segment.gap) await place(segment, from, name, playlist.isIFrame);
    }
    // A part that has no segment yet.
    playlist.segments = playlist.segments.filter(({ uri }) => uri !== undefined && uri !== "");
  }

  /**
   * Encrypts what something in a playlist stands for, and lets it stand for that.
   *
   * @param apart Whether a range gets a file of its own. Of encrypted initialization sections and I-frames, players
   * understand a range in different ways.
   */
  async function place(
    thing: { uri: string; byterange?: ByteRange | undefined },
    from: string,
    name: string,
    apart = false,
  ): Promise<void> {
    if (!thing.uri) return;
    const { byterange } = thing;
    const source = resolveUri(bucket, from, thing.uri);
    const written = await encrypt({ source, ...(byterange && { range: byterange }) }, apart);
    thing.uri = relative(name, written.name);
    if (byterange) thing.byterange = apart ? undefined : written.range;
  }

  await add(key);
  return [...playlists.values()];
}

function encrypted(playlist: string): TaskFailure {
  return new TaskFailure("input-format", `${playlist}: it is encrypted already.`);
}

/** The URI of one file in another of the same folder. */
function relative(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to).split("/").map(encodeURIComponent).join("/");
}

/**
 * Names files as their sources are called, seen from the folder of the playlist. What lies outside of it comes to
 * a folder `outside`; a name that is taken gets a number.
 */
function createNames(base: string): (source: string, use: string) => string {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  return (source, use) => {
    const id = `${use} ${source}`;
    const known = names.get(id);
    if (known !== undefined) return known;
    const isInside = base === "." || source.startsWith(`${base}/`);
    const name = isInside ? source.slice(base === "." ? 0 : base.length + 1) : `outside/${source}`;
    const { dir, ext, name: stem } = posix.parse(name);
    let free = name;
    for (let number = 2; taken.has(free); number++) free = posix.join(dir, `${stem}-${number}${ext}`);
    taken.add(free);
    names.set(id, free);
    return free;
  };
}
