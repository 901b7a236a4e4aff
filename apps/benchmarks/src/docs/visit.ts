import { setTimeout } from "node:timers/promises";
import type { Browser } from "playwright-core";
import type { Site } from "./compressed-server.ts";
import { essentials, factsIn } from "./facts.ts";

/** What it takes to read of the operation. */
export interface Visit {
  /** Of all that came, and of JavaScript alone. */
  bytes: number;
  scriptBytes: number;
  /** To the site, and to others, which get nowhere. */
  requests: number;
  foreign: number;
  /** How many facts the page says, and how many without JavaScript. */
  facts: number;
  factsWithoutScripts: number;
}

/**
 * Opens a page in a browser that has nothing of it yet, until the operation is there and nothing more comes; and then
 * what tries it, if that is asked for.
 */
export async function visit(browser: Browser, site: Site, path: string, tryIt?: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    let foreign = 0;
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== site.origin) foreign++;
    });
    site.sent.length = 0;
    await page.goto(site.origin + path, { waitUntil: "load", timeout: 30_000 });
    await page.waitForFunction(
      (words) => words.every((word) => document.body.innerText.includes(word)),
      essentials,
      { timeout: 30_000 },
    );
    if (tryIt !== undefined) await page.locator(tryIt).click();
    await untilQuiet(site);
    const html = await page.content();
    const served = await context.request.get(site.origin + path);
    const sent = site.sent.slice(0, -1);
    const bytesOf = (files: typeof sent): number => files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
    return {
      bytes: bytesOf(sent),
      scriptBytes: bytesOf(sent.filter(({ type }) => type.startsWith("text/javascript"))),
      requests: sent.length,
      foreign,
      facts: factsIn(html),
      factsWithoutScripts: factsIn(await served.text()),
    };
  } finally {
    await context.close();
  }
}

/** Waits until nothing was asked for in half a second, as for `networkidle`, which knows nothing of later clicks. */
async function untilQuiet({ sent }: Site): Promise<void> {
  for (let count = -1; sent.length !== count; await setTimeout(500)) count = sent.length;
}
