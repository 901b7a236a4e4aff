import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violationsOf } from "./axe.ts";
import { useBuiltSite } from "./built-site.ts";
import { dist, pagesOf } from "./pages.ts";
import { recordShifts, shiftsOf } from "./shifts.ts";

const paths = [...pagesOf(dist).keys()].map((file) => `/${file.replace(/index\.html$/, "")}`);
/** The rules of axe that depend on the theme. */
const rulesOfColours = ["color-contrast", "link-in-text-block"];
const widths = [390, 1024, 1600];
/** That in which a page is loaded, and that to which it turns. */
type Themes = ["light", "dark"] | ["dark", "light"];

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

/** Looks at a page as it is loaded in a theme, then with all that is folded away unfolded, then in the other theme. */
async function lookAt(page: Page, path: string, [theme, other]: Themes) {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${used.site.origin}${path}`, { waitUntil: "load" });
  const loadedIn = await page.evaluate(() => document.documentElement.dataset["theme"]);
  // What scripts do late counts too; what is unfolded after that moves the rest, and does not.
  await page.waitForTimeout(250);
  const shifts = await shiftsOf(page);
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  const violations = await violationsOf(page);
  await page.emulateMedia({ colorScheme: other });
  await page.waitForFunction((theme) => document.documentElement.dataset["theme"] === theme, other);
  violations.push(...(await violationsOf(page, rulesOfColours)));
  // Another theme has other colours, and makes nothing wider.
  const overflowsAt: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) overflowsAt.push(width);
  }
  return { path, loadedIn, shifts, violations, overflowsAt };
}

test.concurrent.each<{ themes: Themes; turn: number }>([
  { themes: ["light", "dark"], turn: 0 },
  { themes: ["dark", "light"], turn: 1 },
])(
  "everyone can use every page in both themes, $themes.0 first, and nothing moves, overflows or fails",
  async ({ themes, turn }) => {
    const { page, complaints } = await watchedPage();
    for (const path of paths.filter((_, index) => index % 2 === turn)) {
      const seen = { ...(await lookAt(page, path, themes)), complaints: complaints.splice(0) };
      const wanted = {
        path,
        loadedIn: themes[0],
        shifts: [],
        violations: [],
        overflowsAt: [],
        complaints: [],
      };
      expect(seen).toEqual(wanted);
    }
    await page.context().close();
  },
  300_000,
);
