import type { Browser } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchBrowser } from "./browser.ts";
import { dist } from "./pages.ts";
import { serve, type Served } from "./server.ts";

/** Serves the site as it was built, its pages slowly when told so, and launches a browser, for the tests of a file. */
export function useBuiltSite(pages?: "slowly"): { browser: Browser; site: Served } {
  const used = {} as { browser: Browser; site: Served };
  beforeAll(async () => {
    [used.browser, used.site] = await Promise.all([
      launchBrowser(inject("browserPath")),
      serve(dist, "", pages),
    ]);
  });
  afterAll(async () => {
    await used.browser?.close();
    used.site?.close();
  });
  return used;
}
