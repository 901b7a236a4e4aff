import { expect, test } from "vitest";
import { useBuiltSite } from "./built-site.ts";
import { dist, pagePaths } from "./pages.ts";
import { serve } from "./server.ts";
import { recordShifts, shiftsOf } from "./shifts.ts";

const used = useBuiltSite();

test("what is painted of a page stays where it is while the rest arrives", async () => {
  const slow = await serve(dist, "", "slowly");
  const context = await used.browser.newContext({ viewport: { width: 1280, height: 900 } });
  await recordShifts(context);
  const waiting = pagePaths(dist);
  const moved: Record<string, unknown> = {};
  const visit = async () => {
    const page = await context.newPage();
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      await page.goto(`${slow.origin}${path}`, { waitUntil: "load" });
      const shifts = await shiftsOf(page);
      if (shifts.length > 0) moved[path] = shifts;
    }
  };
  await Promise.all([visit(), visit(), visit()]);
  await context.close();
  slow.close();
  expect(moved).toEqual({});
});
