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
async function watchedPage(): Promise<{ page: Page; complaints: string[] }> {
  const context = await used.browser.newContext();
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

/** Has a page follow the theme of the system. */
async function turn(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.waitForFunction((theme) => document.documentElement.dataset["theme"] === theme, theme);
}

/** Looks at a page as it is loaded, then with all that is folded away unfolded, in each theme. */
async function lookAt(page: Page, path: string) {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${used.site.origin}${path}`, { waitUntil: "load" });
  // What scripts do late counts too; what is unfolded after that moves the rest, and does not.
  await page.waitForTimeout(250);
  const shifts = await shiftsOf(page);
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  await turn(page, "light");
  const light = await violationsOf(page);
  await turn(page, "dark");
  const dark = await violationsOf(page, rulesOfColours);
  const overflowsAt: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) overflowsAt.push(width);
  }
  return { path, shifts, light, dark, overflowsAt };
}

test("everyone can use every page in both themes, and nothing moves, overflows or fails", async () => {
  const left = [...paths];
  const visit = async () => {
    const { page, complaints } = await watchedPage();
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const seen = await lookAt(page, path);
      expect(seen).toEqual({ path, shifts: [], light: [], dark: [], overflowsAt: [] });
    }
    expect(complaints).toEqual([]);
  };
  await Promise.all([visit(), visit()]);
}, 300_000);
