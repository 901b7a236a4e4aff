import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Buckets, createBuckets, decrypt, encrypt, ivHex } from "./buckets.ts";

let buckets: Buckets;
beforeEach(() => {
  buckets = createBuckets();
});
afterEach(() => buckets.remove());

const keyLine = `#EXT-X-KEY:METHOD=AES-128,URI="https://keys.example.com/1",IV=0x${ivHex.toUpperCase()}`;
const outputs = (): string[] => buckets.list().filter((key) => key.startsWith("out/"));

test("a master playlist is encrypted with all that it leads to", async () => {
  buckets.putFilm();
  const task = await encrypt(buckets, "film/index.m3u8");
  expect(task).toMatchObject({
    status: "SUCCEEDED",
    output_file_name: ["index.m3u8", "ts/index.m3u8", "fmp4/index.m3u8"],
  });
  expect(outputs()).toEqual([
    "out/fmp4/all-2.m4s",
    "out/fmp4/all.m4s",
    "out/fmp4/index.m3u8",
    "out/index.m3u8",
    "out/ts/0.mpegts",
    "out/ts/1.mpegts",
    "out/ts/2.mpegts",
    "out/ts/index.m3u8",
  ]);
  for (const segment of ["ts/0.mpegts", "ts/1.mpegts", "ts/2.mpegts"]) {
    expect(decrypt(buckets.read(`out/${segment}`))).toEqual(buckets.read(`film/${segment}`));
  }
  expect(buckets.read("out/ts/index.m3u8").toString()).toContain(`${keyLine}\n`);
});

test("byte ranges are encrypted each by itself, and an initialization section in a file of its own", async () => {
  buckets.putFilm();
  await encrypt(buckets, "film/fmp4/index.m3u8");
  const playlist = buckets.read("out/index.m3u8").toString();
  expect(playlist).toContain(`${keyLine}\n#EXT-X-MAP:URI="all.m4s"\n`);
  const source = buckets.read("film/fmp4/all.m4s");
  const encrypted = buckets.read("out/all-2.m4s");
  expect(decrypt(buckets.read("out/all.m4s"))).toEqual(source.subarray(0, 828));
  const ranges = [...playlist.matchAll(/BYTERANGE:(\d+)@(\d+)\nall-2\.m4s/g)].map(([, length, offset]) => [
    Number(offset),
    Number(offset) + Number(length),
  ]);
  expect(ranges.map((range) => decrypt(encrypted.subarray(...range)))).toEqual([
    source.subarray(828, 7136),
    source.subarray(7136, 12_780),
    source.subarray(12_780),
  ]);
  // Nothing else is in the file.
  expect(ranges.at(-1)![1]).toBe(encrypted.length);
});

test("I-frames are encrypted each in a file of its own", async () => {
  buckets.put("in/a.ts", "0123456789");
  buckets.put(
    "in/frames.m3u8",
    "#EXTM3U\n#EXT-X-VERSION:4\n#EXT-X-TARGETDURATION:4\n#EXT-X-I-FRAMES-ONLY\n" +
      "#EXTINF:2,\n#EXT-X-BYTERANGE:3@1\na.ts\n#EXTINF:2,\n#EXT-X-BYTERANGE:4@5\na.ts\n#EXT-X-ENDLIST\n",
  );
  await encrypt(buckets, "in/frames.m3u8");
  expect(["out/a.ts", "out/a-2.ts"].map((key) => decrypt(buckets.read(key)).toString())).toEqual([
    "123",
    "5678",
  ]);
  expect(buckets.read("out/frames.m3u8").toString()).not.toContain("BYTERANGE");
});

test("every piece of any playlist decrypts to what it was", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          file: fc.constantFrom(
            "a.ts",
            "deep/b.ts",
            "../beside/c.ts",
            "/root/d.ts",
            "ü%20e.ts",
            "https://b.obs.example.com/whole/f.ts?v=1",
          ),
          length: fc.integer({ min: 0, max: 5000 }),
          ranged: fc.boolean(),
          discontinuity: fc.boolean(),
          gap: fc.boolean(),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      async (segments) => {
        const own = createBuckets();
        try {
          // What each file holds, and which part of it each segment is.
          const sources: Record<string, Buffer> = {
            "a.ts": Buffer.alloc(0),
            "deep/b.ts": Buffer.alloc(0),
          };
          const keys: Record<string, string> = {
            "a.ts": "in/dir/a.ts",
            "deep/b.ts": "in/dir/deep/b.ts",
            "../beside/c.ts": "in/beside/c.ts",
            "/root/d.ts": "root/d.ts",
            "ü%20e.ts": "in/dir/ü e.ts",
            "https://b.obs.example.com/whole/f.ts?v=1": "whole/f.ts",
          };
          let lines = "#EXTM3U\n#EXT-X-VERSION:8\n#EXT-X-TARGETDURATION:4\n";
          const parts: Buffer[] = [];
          for (const [index, { discontinuity, file, gap, length, ranged }] of segments.entries()) {
            const bytes = Buffer.alloc(length, index + 1);
            if (discontinuity && index > 0) lines += "#EXT-X-DISCONTINUITY\n";
            lines += "#EXTINF:4.0,\n";
            if (gap) {
              lines += `#EXT-X-GAP\nmissing-${index}.ts\n`;
            } else if (ranged && length > 0) {
              const before = sources[file] ?? Buffer.alloc(0);
              lines += `#EXT-X-BYTERANGE:${length}@${before.length}\n${file}\n`;
              sources[file] = Buffer.concat([before, bytes]);
              parts.push(bytes);
            } else {
              const name = `whole-${index}.ts`;
              lines += `${name}\n`;
              own.put(`in/dir/${name}`, bytes);
              parts.push(bytes);
            }
          }
          for (const [file, bytes] of Object.entries(sources)) own.put(keys[file]!, bytes);
          own.put("in/dir/index.m3u8", `${lines}#EXT-X-ENDLIST\n`);

          const task = await encrypt(own, "in/dir/index.m3u8");
          expect(task).toMatchObject({ status: "SUCCEEDED", output_file_name: ["index.m3u8"] });
          const written = own.read("out/index.m3u8").toString();
          expect(written.match(/#EXT-X-DISCONTINUITY\n/g)?.length ?? 0).toBe(
            segments.filter(({ discontinuity }, index) => discontinuity && index > 0).length,
          );
          const found: Buffer[] = [];
          let range: [number, number] | undefined;
          let isGap = false;
          for (const line of written.split("\n")) {
            const [, length, offset] = /^#EXT-X-BYTERANGE:(\d+)@(\d+)/.exec(line) ?? [];
            if (length !== undefined) range = [Number(offset), Number(offset) + Number(length)];
            if (line === "#EXT-X-GAP") isGap = true;
            if (line === "" || line.startsWith("#")) continue;
            if (!isGap) {
              const bytes = own.read(`out/${decodeURIComponent(line)}`);
              found.push(decrypt(range ? bytes.subarray(...range) : bytes));
            }
            range = undefined;
            isGap = false;
          }
          expect(found.map(String)).toEqual(parts.map(String));
        } finally {
          own.remove();
        }
      },
    ),
    { seed: 5, numRuns: 25 },
  );
});

test("several emulators share a folder of buckets", async () => {
  buckets.put(
    "in/index.m3u8",
    "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\na.ts\n#EXTINF:4,\nb.ts\n#EXT-X-ENDLIST\n",
  );
  for (const file of ["a.ts", "b.ts"]) buckets.put(`in/${file}`, Buffer.alloc(4_000_000, file));
  const outputs = Array.from({ length: 6 }, (_, index) => `out/${index}`);
  // Each has a project p and in it a task 1.
  const tasks = await Promise.all(outputs.map((output) => encrypt(buckets, "in/index.m3u8", { output })));
  expect(tasks.map(({ status }) => status)).toEqual(outputs.map(() => "SUCCEEDED"));
  for (const output of outputs) {
    for (const file of ["a.ts", "b.ts"]) {
      expect(decrypt(buckets.read(`${output}/${file}`)).equals(buckets.read(`in/${file}`))).toBe(true);
    }
  }
  expect(existsSync(join(buckets.folder, ".in-progress"))).toBe(false);
});

test("several tasks share an output folder that is not there yet", async () => {
  buckets.putFilm();
  const objects = Array.from({ length: 8 }, (_, index) =>
    index % 2 === 0 ? "film/ts/index.m3u8" : "film/fmp4/index.m3u8",
  );
  const tasks = await Promise.all(objects.map((object) => encrypt(buckets, object)));
  expect(tasks.map(({ description, status }) => [status, description])).toEqual(
    objects.map(() => ["SUCCEEDED", undefined]),
  );
});

test("low latency is left out, and a random IV is taken when none is given", async () => {
  buckets.put("in/a.ts", "0123456789");
  buckets.put(
    "in/index.m3u8",
    "#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:4\n#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=3\n" +
      '#EXT-X-PART-INF:PART-TARGET=1\n#EXT-X-PART:DURATION=1,URI="a.0.ts"\n#EXTINF:4,\na.ts\n#EXT-X-PART:DURATION=1,URI="b.0.ts"\n#EXT-X-PRELOAD-HINT:TYPE=PART,URI="b.1.ts"\n',
  );
  const ivs = new Set<string>();
  for (const output of ["one", "two"]) {
    expect(await encrypt(buckets, "in/index.m3u8", { output, iv: "" })).toMatchObject({
      status: "SUCCEEDED",
    });
    const playlist = buckets.read(`${output}/index.m3u8`).toString();
    expect(playlist).not.toMatch(/PART|SERVER-CONTROL|a\.0\.ts|b\.0\.ts/);
    ivs.add(/IV=0x([0-9A-F]{32})/.exec(playlist)![1]!);
  }
  expect(ivs.size).toBe(2);
  expect(ivs).not.toContain("0".repeat(32));
});

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

describe("no path leads out of a bucket", () => {
  const secret = "the content of a file outside";
  const playlist = (uri: string): string =>
    `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n${uri}\n#EXT-X-ENDLIST\n`;

  test.each([
    "../secret.ts",
    "../../secret.ts",
    "x/../../secret.ts",
    "/../secret.ts",
    "%2e%2e/secret.ts",
    "%2E%2E%2Fsecret.ts",
    "..%2fsecret.ts",
    "..\\secret.ts",
    "%2e%2e%5csecret.ts",
    "secret.ts%00.ts",
    "/etc/passwd",
    "//etc/passwd",
    "https://b.example.com/../secret.ts",
    "link/secret.ts",
    "file-link.ts",
    "link-up/secret.ts",
  ])("be it %s in a playlist", async (uri) => {
    writeFileSync(join(buckets.root, "secret.ts"), secret);
    symlinkSync(buckets.root, join(buckets.folder, "link"));
    symlinkSync(join(buckets.root, "secret.ts"), join(buckets.folder, "file-link.ts"));
    symlinkSync("..", join(buckets.folder, "link-up"));
    buckets.put("index.m3u8", playlist(uri));
    const task = await encrypt(buckets, "index.m3u8");
    expect(task.status).toBe("FAILED");
    expect(outputs()).toEqual([]);
  });

  test.each(["../x.m3u8", "/x.m3u8", "a/../../x.m3u8", "link/x.m3u8", "a//x.m3u8", "./x.m3u8", "a\0/x.m3u8"])(
    "be it %j as the input",
    async (object) => {
      writeFileSync(join(buckets.root, "x.m3u8"), playlist("a.ts"));
      symlinkSync(buckets.root, join(buckets.folder, "link"));
      expect(await encrypt(buckets, object)).toMatchObject({ status: "FAILED" });
    },
  );

  test.each(["..", "../out", "/tmp/out", "a/../../out", "link/out", "out\0"])(
    "be it %j as the output",
    async (output) => {
      buckets.putFilm();
      symlinkSync(buckets.root, join(buckets.folder, "link"));
      const task = await encrypt(buckets, "film/index.m3u8", { output });
      expect(task.status).toBe("FAILED");
    },
  );

  test("be it a link in the output folder", async () => {
    buckets.putFilm();
    const outside = join(buckets.root, "outside");
    mkdirSync(outside);
    mkdirSync(join(buckets.folder, "out"));
    symlinkSync(outside, join(buckets.folder, "out", "ts"));
    const task = await encrypt(buckets, "film/index.m3u8");
    expect(task.status).toBe("FAILED");
    expect(readdirSync(outside)).toEqual([]);
  });

  test("but a link that stays in it is followed", async () => {
    buckets.putFilm();
    symlinkSync("film", join(buckets.folder, "alias"));
    expect(await encrypt(buckets, "alias/index.m3u8")).toMatchObject({ status: "SUCCEEDED" });
  });
});

test("what is in the output folder already stays, but for files of the same names", async () => {
  buckets.putFilm();
  buckets.put("out/notes.txt", "mine");
  buckets.put("out/ts/0.mpegts", "old");
  await encrypt(buckets, "film/index.m3u8");
  expect(buckets.read("out/notes.txt").toString()).toBe("mine");
  expect(decrypt(buckets.read("out/ts/0.mpegts"))).toEqual(buckets.read("film/ts/0.mpegts"));
});

test("a URL cannot write lines of its own into a playlist", async () => {
  buckets.putFilm();
  const url = 'https://k/"\n#EXT-X-ENDLIST\r\nhttps://other/a.ts';
  expect(await encrypt(buckets, "film/ts/index.m3u8", { url })).toMatchObject({ status: "SUCCEEDED" });
  const lines = buckets.read("out/index.m3u8").toString().split("\n");
  expect(lines.filter((line) => line.includes("ENDLIST") || line.includes("other"))).toEqual([
    `#EXT-X-KEY:METHOD=AES-128,URI="https://k/%22%0A#EXT-X-ENDLIST%0D%0Ahttps://other/a.ts",IV=0x${ivHex.toUpperCase()}`,
    "#EXT-X-ENDLIST",
  ]);
});
