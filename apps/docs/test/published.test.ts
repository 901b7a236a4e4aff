import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { entryPoints } from "../src/api/entry-points.ts";
import { operations } from "../src/contract/operation.ts";
import { mutation } from "../src/measured/mutation.ts";
import { launchBrowser } from "./browser.ts";
import { build } from "./build.ts";
import { pagesOf, textOf } from "./pages.ts";
import { serve, type Served } from "./server.ts";

const base = "/some/where";
const folder = mkdtempSync(join(tmpdir(), "docs-"));
const paths = operations.map(({ id }) => `${base}/reference/${id}/`);
const apiPaths = entryPoints.map(({ path }) => `${base}/api/${path}/`);
const kilobyte = 1000;

let pages: Map<string, string>;
let site: Served;
let browser: Browser;

// The site as somebody publishes it who does not have an origin for it alone.
beforeAll(async () => {
  [browser] = await Promise.all([launchBrowser(inject("browserPath")), build(folder, { DOCS_BASE: base })]);
  pages = pagesOf(folder);
  site = await serve(folder, base);
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(folder, { recursive: true });
});

/** The values of an attribute on a page. */
function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value);
}

describe("what a page refers to", () => {
  test("every link and every anchor leads somewhere, under the base path", () => {
    const dead = [...pages].flatMap(([file, html]) =>
      attributes(html, "href").flatMap((href) => {
        const { origin, pathname, hash } = new URL(href, `http://site${base}/${file}`);
        if (origin !== "http://site") return [];
        const inside = pathname.startsWith(`${base}/`) ? pathname.slice(base.length + 1) : undefined;
        if (inside === undefined) return [`${file}: ${href} is not under ${base}`];
        const target = inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
        if (!existsSync(join(folder, target))) return [`${file}: ${href} leads nowhere`];
        const id = decodeURIComponent(hash.slice(1));
        if (id === "" || attributes(pages.get(target) ?? "", "id").includes(id)) return [];
        return [`${file}: ${href} has no such place`];
      }),
    );
    expect(pages.size).toBeGreaterThan(operations.length);
    expect(dead).toEqual([]);
  });

  test("a link that leads outside has the form of one that works", () => {
    const outside = [...pages].flatMap(([file, html]) =>
      attributes(html, "href")
        .filter((href) => /^[a-z]+:/i.test(href))
        .filter((href) => !/^https:\/\/[a-z\d-]+(\.[a-z\d-]+)+(\/[\w/.~%#?=&+@-]*[\w/])?$/i.test(href))
        .map((href) => `${file}: ${href}`),
    );
    expect(outside).toEqual([]);
  });

  test("each ID stands once on its page", () => {
    for (const html of pages.values()) {
      const ids = attributes(html, "id");
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });

  test("what the exchanges would notice is told, or else the command that finds out", () => {
    const page = textOf(pages.get("coverage/index.html") ?? "");
    const command = "check:mutation";
    expect(page.includes("The exchanges notice")).toBe(mutation !== undefined);
    expect(page.includes(`pnpm ${command}`)).toBe(mutation === undefined);
    expect(manifest.scripts).toHaveProperty([command]);
  });

  test("there is no feed where the origin is not known, and no page of benchmarks without results", () => {
    expect(existsSync(join(folder, "changes.xml"))).toBe(false);
    for (const html of pages.values()) expect(html).not.toContain("changes.xml");
    const results = fileURLToPath(new URL("../../benchmarks/RESULTS.md", import.meta.url));
    expect(pages.has("benchmarks/index.html")).toBe(existsSync(results));
    expect(pages.get("index.html")?.includes(`${base}/benchmarks/`)).toBe(existsSync(results));
  });

  test("a policy is on each page, and names the scripts that stand in it", () => {
    for (const html of pages.values()) {
      const [, policy = ""] = /Content-Security-Policy" content="(.*?)"/.exec(html) ?? [];
      const directives = new Map(policy.split("; ").map((directive) => [directive.split(" ")[0], directive]));
      expect(directives.get("default-src")).toBe("default-src 'self'");
      expect(directives.get("connect-src")).toBe("connect-src 'self' http://127.0.0.1:* http://localhost:*");
      expect(directives.get("script-src")).toMatch(
        /^script-src 'self' 'wasm-unsafe-eval'( 'sha256-\S{44}')+$/,
      );
      for (const name of ["object-src", "base-uri", "form-action"]) {
        expect(directives.get(name)).toBe(`${name} 'none'`);
      }
    }
  });

  test("nothing is loaded from another origin", () => {
    const loading =
      /<(?:script|img|link|iframe|source|video|audio)\b[^>]*?\b(?:src|href|srcset)="(https?:)?\/\//;
    for (const html of pages.values()) expect(html).not.toMatch(loading);
  });
});

async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${site.origin}${path}`, { waitUntil: "networkidle" });
  return page;
}

describe("in a browser", () => {
  test.each([...paths, ...apiPaths])("%s is light", async (path) => {
    site.sent.length = 0;
    const page = await open(path);
    const weigh = (files: Served["sent"]) => files.reduce((sum, { bytes }) => sum + bytes, 0);
    const inline = await page.locator("script:not([src])").allTextContents();
    const scripts = weigh(site.sent.filter((file) => file.path.endsWith(".js"))) + inline.join("").length;
    expect(scripts).toBeLessThanOrEqual(30 * kilobyte);
    expect(weigh(site.sent)).toBeLessThanOrEqual(100 * kilobyte);
    await page.context().close();
  });

  test.each(paths)("%s keeps its samples in sight on a wide screen", async (path) => {
    const page = await open(path, { viewport: { width: 1600, height: 900 } });
    const middle = await page.locator(".details").boundingBox();
    await page.locator("#responses").scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 600);
    await page.waitForFunction(() => scrollY > 300);
    for (const title of ["Request", "Response"]) {
      const box = await page.getByRole("group", { name: title, exact: true }).boundingBox();
      expect(box?.x).toBeGreaterThan((middle?.x ?? 0) + (middle?.width ?? 0));
      expect(box?.y).toBeGreaterThan(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    }
    await page.context().close();
  });

  test("another language and another response are seen without JavaScript", async () => {
    const page = await open(paths[0] ?? "", { javaScriptEnabled: false });
    await page.getByText("TypeScript", { exact: true }).click();
    await page.getByText("429", { exact: true }).first().click();
    expect(await page.getByRole("region", { name: "Request: TypeScript" }).isVisible()).toBe(true);
    expect(await page.getByRole("region", { name: "Request: curl" }).isVisible()).toBe(false);
    expect(await page.getByRole("region", { name: "Response: 429" }).isVisible()).toBe(true);
    await page.context().close();
  });

  test.each([320, 390])(
    "each language is in reach at a width of %d, by touch and by keyboard",
    async (width) => {
      const page = await open(paths[0] ?? "", { javaScriptEnabled: false, viewport: { width, height: 800 } });
      const group = page.getByRole("group", { name: "Request", exact: true });
      const panel = await group.boundingBox();
      const labels = await group.locator("label").all();
      await group.getByRole("radio").first().focus();
      for (const label of labels) {
        const box = await label.boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + (panel?.width ?? 0));
        const name = `Request: ${(await label.innerText()).trim()}`;
        expect(await page.getByRole("region", { name, exact: true }).isVisible()).toBe(true);
        await page.keyboard.press("ArrowRight");
      }
      await page.context().close();
    },
  );

  test.each([`${base}/`, paths[0] ?? ""])("%s cuts no tab off, however wide it is", async (path) => {
    const page = await open(path);
    expect(await page.locator(".tabs label").count()).toBeGreaterThan(1);
    const cutAt: number[] = [];
    for (let width = 320; width <= 1680; width += 20) {
      await page.setViewportSize({ width, height: 900 });
      const cut = await page.locator(".tabs").evaluateAll((panels) =>
        panels.some((panel) => {
          const { right } = panel.getBoundingClientRect();
          return [...panel.querySelectorAll("label")].some(
            (tab) => tab.getBoundingClientRect().right > right,
          );
        }),
      );
      if (cut) cutAt.push(width);
    }
    expect(cutAt).toEqual([]);
    await page.context().close();
  });

  test("a link to a place that is folded away unfolds it", async () => {
    const page = await open(`${paths[0]}#response.200.task_array.input.bucket`);
    const place = page.locator("[id='response.200.task_array.input.bucket']");
    expect(await place.isVisible()).toBe(true);
    expect(await page.locator("[id='response.200.task_array.output.bucket']").isVisible()).toBe(false);
    await page.context().close();
  });

  test("the search finds a word of the contract, at its place", async () => {
    const page = await open(`${base}/`);
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").fill("is_truncated");
    const place = `${paths[0]}#response.200.is_truncated`;
    await page.locator(`site-search a[href="${place}"]`).click();
    await page.waitForURL(`**${place}`);
    await page.context().close();
  });

  test.each([
    { name: "createRateLimiter", place: "client/#createRateLimiter" },
    { name: "throwOnFailure", place: "client/#WaitOptions.throwOnFailure" },
  ])("the search finds $name of the TypeScript API, at its place", async ({ name, place }) => {
    const page = await open(`${base}/`);
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").fill(name);
    await page.locator(`site-search a[href="${base}/api/${place}"]`).click();
    await page.waitForURL(`**/${place}`);
    await page.context().close();
  });
});
