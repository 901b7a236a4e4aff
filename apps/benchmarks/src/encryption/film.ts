import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Segments of a film in the folder of a bucket, with the playlist that leads to them. */
export interface Film {
  /** Where the buckets are. */
  root: string;
  /** The folder of the bucket. */
  bucket: string;
  /** The files of the segments, by their names in the bucket's folder `in`. */
  segments: string[];
  mebibytes: number;
}

export const bucketName = "b";
const segmentSize = 8;

/** Writes a film of so many segments. */
export async function writeFilm(root: string, count: number): Promise<Film> {
  const bucket = join(root, bucketName);
  const folder = join(bucket, "in");
  await mkdir(folder, { recursive: true });
  const segments = Array.from({ length: count }, (_, index) => `${index}.ts`);
  for (const segment of segments) {
    const file = await open(join(folder, segment), "w");
    for (let part = 0; part < segmentSize; part++) await file.write(randomBytes(1024 ** 2));
    await file.close();
  }
  await writeFile(
    join(folder, "index.m3u8"),
    [
      "#EXTM3U",
      "#EXT-X-TARGETDURATION:4",
      ...segments.flatMap((segment) => ["#EXTINF:4,", segment]),
      "#EXT-X-ENDLIST",
      "",
    ].join("\n"),
  );
  return { root, bucket, segments, mebibytes: count * segmentSize };
}

/** A hash of the bytes of all segments in a folder. */
export async function hashSegments({ segments }: Film, folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const segment of segments) hash.update(await readFile(join(folder, segment)));
  return hash.digest("hex");
}
