// What a task has written is played by hls.js in a real browser.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import sirv from "sirv";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type Buckets, createBuckets, encrypt, keyHex } from "./buckets.ts";

let browser: Browser;
let unpacked: string;
let buckets: Buckets;
beforeAll(async () => {
  unpacked = await mkdtemp(join(tmpdir(), "emulator-browser-"));
  browser = await launchBrowser(unpacked);
});
afterAll(async () => {
  await browser?.close();
  await rm(unpacked, { recursive: true, force: true });
});

const page = `<!doctype html><video muted></video><script src="/hls.js"></script><script>
  const video = document.querySelector("video");
  const hls = new Hls();
  window.errors = [];
  hls.on(Hls.Events.ERROR, (_, { details, fatal, reason }) => window.errors.push([details, fatal, reason]));
  hls.loadSource(new URLSearchParams(location.search).get("playlist"));
  hls.attachMedia(video);
  // From the beginning, then the end at once.
  video.play();
  hls.once(Hls.Events.BUFFER_EOS, () => setTimeout(() => { video.currentTime = 5.5; }, 500));
</script>`;

/** Serves the page, the player, the bucket and the key. Says how often the key was asked for. */
async function serve(key: Buffer): Promise<{ origin: string; keyRequests: () => number; close: () => void }> {
  const files = sirv(buckets.folder, { dev: true });
  const player = await readFile(fileURLToPath(import.meta.resolve("hls.js/dist/hls.min.js")));
  let keyRequests = 0;
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/page")) {
      response.setHeader("Content-Type", "text/html").end(page);
    } else if (request.url === "/hls.js") {
      response.setHeader("Content-Type", "text/javascript").end(player);
    } else if (request.url === "/key") {
      keyRequests += 1;
      response.end(key);
    } else {
      files(request, response, () => {
        response.writeHead(404).end();
      });
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    keyRequests: () => keyRequests,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

test.each(["film/index.m3u8", "film/ts/index.m3u8", "film/fmp4/index.m3u8"])(
  "%s plays to its end",
  async (object) => {
    buckets = createBuckets();
    const server = await serve(Buffer.from(keyHex, "hex"));
    try {
      buckets.putFilm();
      const task = await encrypt(buckets, object, { url: `${server.origin}/key` });
      expect(task.status).toBe("SUCCEEDED");
      const tab = await browser.newPage();
      await tab.goto(`${server.origin}/page?playlist=/out/index.m3u8`);
      const played = await tab
        .waitForFunction(() => document.querySelector("video")?.ended, undefined, { timeout: 30_000 })
        .then(
          () => true,
          () => false,
        );
      const state = await tab.evaluate(() => {
        const video = document.querySelector("video")!;
        return {
          errors: (globalThis as unknown as { errors: unknown[] }).errors,
          width: video.videoWidth,
          duration: Math.round(video.duration),
          error: video.error?.message,
        };
      });
      await tab.close();
      expect({ played, ...state }).toEqual({
        played: true,
        errors: [],
        width: 128,
        duration: 6,
        error: undefined,
      });
      expect(server.keyRequests()).toBeGreaterThan(0);
    } finally {
      server.close();
      buckets.remove();
    }
  },
);

test("with another key nothing plays", async () => {
  buckets = createBuckets();
  const server = await serve(Buffer.alloc(16, 7));
  try {
    buckets.putFilm();
    await encrypt(buckets, "film/ts/index.m3u8", { url: `${server.origin}/key` });
    const tab = await browser.newPage();
    await tab.goto(`${server.origin}/page?playlist=/out/index.m3u8`);
    await tab.waitForFunction(() => (globalThis as unknown as { errors: unknown[] }).errors.length > 0);
    expect(await tab.evaluate(() => document.querySelector("video")!.currentTime)).toBe(0);
    await tab.close();
  } finally {
    server.close();
    buckets.remove();
  }
});
