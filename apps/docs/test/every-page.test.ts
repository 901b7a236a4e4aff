import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violationsOf } from "./axe.ts";
import { useBuiltSite } from "./built-site.ts";
import { dist, pagePaths } from "./pages.ts";
import { recordShifts, shiftsOf } from "./shifts.ts";

const paths = pagePaths(dist);
/** The rules of axe that depend on the theme. */
const rulesOfColours = ["color-contrast", "link-in-text-block"];
const widths = [390, 1024, 1600];

// What is painted has to stay where it is while the rest of a page arrives.
const used = useBuiltSite("slowly");

/** A page that keeps account of what moves, what it asks of others, and what it complains of. */
async function watchedPage(colorScheme: "light" | "dark"): Promise<{ page: Page; complaints: string[] }> {
  const context = await used.browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
  await recordShifts(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${used.site.origin}/`)) complaints.push(`asks for ${request.url()}`);
  });
  return { page, complaints };
}

/** Looks at a page as it is loaded, then with all that is folded away unfolded. */
async function lookAt(page: Page, path: string) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${used.site.origin}${path}`, { waitUntil: "load" });
  const theme = await page.evaluate(() => document.documentElement.dataset["theme"]);
  // What scripts do late counts too; what is unfolded after that moves the rest, and does not.
  await page.waitForTimeout(250);
  const shifts = await shiftsOf(page);
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  // Another theme has other colours, and makes nothing wider.
  const isFirst = theme === "light";
  const violations = await violationsOf(page, isFirst ? undefined : rulesOfColours);
  const overflowsAt: number[] = [];
  for (const width of isFirst ? widths : []) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) overflowsAt.push(width);
  }
  return { path, theme, shifts, violations, overflowsAt };
}

test.concurrent.each(["light", "dark"] as const)(
  "everyone can use every page in the %s theme, and nothing moves, overflows or fails",
  async (theme) => {
    const { page, complaints } = await watchedPage(theme);
    for (const path of paths) {
      const seen = await lookAt(page, path);
      expect(seen).toEqual({ path, theme, shifts: [], violations: [], overflowsAt: [] });
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  300_000,
);
