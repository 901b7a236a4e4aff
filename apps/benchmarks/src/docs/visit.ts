import { setTimeout } from "node:timers/promises";
import type { Browser } from "playwright-core";
import type { Served } from "../../../docs/test/server.ts";
import type { Documentation } from "./contestants.ts";
import { essentials, factsIn } from "./facts.ts";

/** What it takes to read of the operation. */
export interface Visit {
  /** Of all that came, and of JavaScript alone, in KiB. */
  size: number;
  scriptSize: number;
  /** To the site, and to others, which get nowhere. */
  requests: number;
  foreign: number;
  /** How many facts the page says, and how many without JavaScript. */
  facts: number;
  factsWithoutScripts: number;
}

/**
 * Opens a page in a browser that has nothing of it yet, until the operation is there and nothing more comes; and then
 * what tries it, if that comes only when it is asked for.
 */
export async function visit(
  browser: Browser,
  { origin, sent }: Served,
  { path, tryIt }: Documentation,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const asked: URL[] = [];
    page.on("request", (request) => asked.push(new URL(request.url())));
    const response = await page.goto(origin + path, { timeout: 30_000 });
    await page.waitForFunction(
      (words) => words.every((word) => document.body.innerText.includes(word)),
      essentials,
      { timeout: 30_000 },
    );
    if (tryIt !== undefined) await page.locator(tryIt).click();
    await untilQuiet(asked);
    const asks = asked.filter(({ protocol }) => protocol.startsWith("http"));
    const sizeOf = (files: typeof sent): number => files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
    return {
      size: sizeOf(sent),
      scriptSize: sizeOf(sent.filter((file) => file.path.endsWith(".js"))),
      requests: asks.filter((url) => url.origin === origin).length,
      foreign: asks.filter((url) => url.origin !== origin).length,
      facts: factsIn(await page.content()),
      factsWithoutScripts: factsIn((await response?.text()) ?? ""),
    };
  } finally {
    await context.close();
  }
}

/** Waits until nothing was asked for in half a second. */
async function untilQuiet(asked: URL[]): Promise<void> {
  for (let count = -1; asked.length !== count; await setTimeout(500)) count = asked.length;
}
