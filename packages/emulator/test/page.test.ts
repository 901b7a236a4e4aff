// The emulator in a web page: bundled for a browser, without a server behind it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { order } from "./send.ts";

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-browser-"));
  browser = await launchBrowser(folder);
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const program = `
  import { createEmulator, emulatorCredentials } from "@mpc-contract/emulator";
  import { createMpcClient } from "@mpc-contract/client";
  globalThis.run = async (order) => {
    const emulator = createEmulator({ seed: { tasks: {} } });
    const mpc = createMpcClient({
      endpoint: "https://emulator.invalid", projectId: "p", credentials: emulatorCredentials, fetch: emulator.fetch,
    });
    const id = await mpc.encryptions.create(order);
    const statuses = [];
    for (let step = 0; step < 3; step++) {
      statuses.push((await mpc.encryptions.get(id)).status);
      emulator.clock.advance(step === 0 ? 3000 : 8000);
    }
    return { id, statuses, journal: emulator.journal.length };
  };
`;

test("lives in a page, and asks no network", async () => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    write: false,
    metafile: true,
  });
  const { text } = outputFiles[0]!;
  // What stores and buckets take stays out.
  expect(Object.keys(metafile.inputs).filter((file) => /kysely|\/pg|hls-parser|node:/.test(file))).toEqual(
    [],
  );
  expect(gzipSync(text).length).toBeLessThan(40_000);
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  // A secure context without a server: signing takes one.
  await page.route("https://page.invalid/", (route) =>
    route.fulfill({ contentType: "text/html", body: "<p>" }),
  );
  await page.goto("https://page.invalid/");
  await page.addScriptTag({ content: text });
  const result = await page.evaluate(
    (task) => (globalThis as unknown as { run: (task: unknown) => Promise<unknown> }).run(task),
    order as unknown,
  );
  expect(result).toEqual({ id: "1", statuses: ["WAITING", "PROCESSING", "SUCCEEDED"], journal: 4 });
  expect(requests).toEqual(["https://page.invalid/"]);
  await page.close();
});
