import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Buckets, createBuckets, encrypt } from "./buckets.ts";

let buckets: Buckets;
beforeEach(() => {
  buckets = createBuckets();
});
afterEach(() => buckets.remove());

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
    expect(buckets.list().filter((key) => key.startsWith("out/"))).toEqual([]);
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
