import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
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

test("tasks that begin while others end do not take the folder from each other in which they write", async () => {
  buckets.put("in/0.ts", "segment");
  buckets.put("in/index.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n0.ts\n#EXT-X-ENDLIST\n");
  const worker = async (name: number): Promise<string[]> => {
    const ends: string[] = [];
    for (let index = 0; index < 100; index++) {
      const { description, status } = await encrypt(buckets, "in/index.m3u8", {
        output: `out/${name}-${index}`,
      });
      ends.push(description ?? status);
    }
    return ends;
  };
  const ends = await Promise.all([worker(0), worker(1), worker(2)]);
  expect(new Set(ends.flat())).toEqual(new Set(["SUCCEEDED"]));
});
