import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Buckets, createBuckets, encrypt } from "./buckets.ts";

let buckets: Buckets;
beforeEach(() => {
  buckets = createBuckets();
});
afterEach(() => buckets.remove());

describe("a task fails and says why", () => {
  const media = (uri: string): string =>
    `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n${uri}\n#EXT-X-ENDLIST\n`;

  test.each<[string, () => void, Parameters<typeof encrypt>[1], Parameters<typeof encrypt>[2], RegExp]>([
    ["the playlist is missing", () => {}, "none.m3u8", {}, /^The input file does not exist\. b: none\.m3u8$/],
    ["the bucket is missing", () => {}, "a.m3u8", { bucket: "c" }, /There is no bucket "c"/],
    ["the bucket is a path", () => {}, "a.m3u8", { bucket: "../b" }, /"\.\.\/b" is no name of a bucket/],
    ["the bucket is hidden", () => {}, "a.m3u8", { bucket: ".in-progress" }, /no name of a bucket/],
    [
      "a segment is missing",
      () => buckets.put("a.m3u8", media("none.ts")),
      "a.m3u8",
      {},
      /does not exist\. b: none\.ts$/,
    ],
    [
      "it is no playlist",
      () => buckets.put("a.m3u8", "hello"),
      "a.m3u8",
      {},
      /format is incorrect\. a\.m3u8: /,
    ],
    ["it is empty", () => buckets.put("a.m3u8", ""), "a.m3u8", {}, /format is incorrect/],
    ["it is a folder", () => buckets.put("a.m3u8/x", ""), "a.m3u8", {}, /does not exist/],
    [
      "it has no segments",
      () => buckets.put("a.m3u8", "#EXTM3U\n"),
      "a.m3u8",
      {},
      /neither segments nor playlists/,
    ],
    [
      "a master playlist leads to itself",
      () => buckets.put("a.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n"),
      "a.m3u8",
      {},
      /a\.m3u8: it leads to itself/,
    ],
    [
      "a master playlist has a key",
      () =>
        buckets.put(
          "a.m3u8",
          '#EXTM3U\n#EXT-X-SESSION-KEY:METHOD=AES-128,URI="https://k"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nb.m3u8\n',
        ),
      "a.m3u8",
      {},
      /it is encrypted already/,
    ],
    [
      "it has variables",
      () =>
        buckets.put(
          "a.m3u8",
          media("{$p}.ts")
            .replace("#EXTINF", '#EXT-X-DEFINE:NAME="p",VALUE="a"\n#EXTINF')
            .replace("M3U", "M3U\n#EXT-X-VERSION:8"),
        ),
      "a.m3u8",
      {},
      /EXT-X-DEFINE is not supported/,
    ],
    [
      "it names data of its own",
      () =>
        buckets.put(
          "a.m3u8",
          '#EXTM3U\n#EXT-X-SESSION-DATA:DATA-ID="a",URI="a.json"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nb.m3u8\n',
        ),
      "a.m3u8",
      {},
      /EXT-X-SESSION-DATA is not supported/,
    ],
    [
      "it is too long",
      () => buckets.put("a.m3u8", Buffer.alloc(16 * 1024 * 1024 + 1, "#")),
      "a.m3u8",
      {},
      /too many for a playlist/,
    ],
    [
      "it names a very long file",
      () => buckets.put("a.m3u8", media(`${"a".repeat(5000)}.ts`)),
      "a.m3u8",
      {},
      /^.{501}$/,
    ],
    [
      "the output is the input",
      () => buckets.putFilm(),
      "film/index.m3u8",
      { output: "film/" },
      /apart from the folder/,
    ],
    [
      "the output holds the input",
      () => buckets.putFilm(),
      "film/ts/index.m3u8",
      { output: "film" },
      /apart from the folder/,
    ],
    [
      "the output is in the input",
      () => buckets.putFilm(),
      "film/index.m3u8",
      { output: "film/out" },
      /apart from the folder/,
    ],
    [
      "the output is no path",
      () => buckets.putFilm(),
      "film/index.m3u8",
      { output: "a//b" },
      /^The output: b: "a\/\/b" is no path/,
    ],
    [
      "a folder has the name of a file of the output",
      () => {
        buckets.putFilm();
        buckets.put("out/0.mpegts", "old");
        buckets.put("out/index.m3u8/x", "");
      },
      "film/ts/index.m3u8",
      {},
      /^The output: b: out\/index\.m3u8 is a folder/,
    ],
    [
      "a file of the output is a folder",
      () => {
        buckets.putFilm();
        buckets.put("out/ts", "a file");
      },
      "film/index.m3u8",
      {},
      /^The output: b: out\/ts cannot be made a folder/,
    ],
    [
      "it is encrypted already",
      () =>
        buckets.put(
          "a.m3u8",
          media("a.ts").replace("#EXTINF", '#EXT-X-KEY:METHOD=AES-128,URI="https://k"\n#EXTINF'),
        ),
      "a.m3u8",
      {},
      /it is encrypted already/,
    ],
    [
      "a range is beyond the end",
      () => {
        buckets.put("a.ts", "12345");
        buckets.put(
          "a.m3u8",
          media("a.ts")
            .replace("#EXTINF:4,", "#EXTINF:4,\n#EXT-X-BYTERANGE:4@2")
            .replace("EXTM3U", "EXTM3U\n#EXT-X-VERSION:4"),
        );
      },
      "a.m3u8",
      {},
      /a\.ts has 5 bytes, and bytes 2 to 5 are asked for/,
    ],
    [
      "HLS cannot carry the algorithm",
      () => buckets.putFilm(),
      "film/index.m3u8",
      { algorithm: "SM4CBC" },
      /HLS cannot carry SM4CBC\. Ask for AES-128-CBC\.$/,
    ],
    [
      "HLS cannot carry the algorithm when none is named",
      () => buckets.putFilm(),
      "film/index.m3u8",
      { algorithm: "" },
      /HLS cannot carry AES-128-CTR/,
    ],
    ["it is DASH", () => buckets.put("a.mpd", "<MPD/>"), "a.mpd", {}, /only HLS is encrypted/],
    [
      "a segment is in another bucket",
      () => buckets.put("a.m3u8", media("https://c.obs.example.com/a.ts")),
      "a.m3u8",
      {},
      /not in the bucket b/,
    ],
    [
      "a segment is a local file",
      () => buckets.put("a.m3u8", media("file:///etc/passwd")),
      "a.m3u8",
      {},
      /not in the bucket b/,
    ],
    [
      "the output is a file",
      () => {
        buckets.putFilm();
        buckets.put("out", "x");
      },
      "film/index.m3u8",
      {},
      /cannot be made a folder/,
    ],
  ])("%s", async (_, prepare, object, options, reason) => {
    prepare();
    const before = buckets.list();
    const task = await encrypt(buckets, object, options);
    expect(task.status).toBe("FAILED");
    expect(task.description).toMatch(reason);
    expect(buckets.list()).toEqual(before);
  });
});
