import { expect, inject, test } from "vitest";
import { operations } from "../src/contract/operation.ts";
import { audit } from "./audit.ts";
import { launchBrowser } from "./browser.ts";
import { freePort } from "./free-port.ts";
import { dist } from "./pages.ts";
import { serve } from "./server.ts";

// How fast a page is depends on the machine: `pnpm bench` says it.
const categories = ["accessibility", "best-practices", "seo"];

test("Lighthouse finds nothing to mend on the page of an operation", async () => {
  const port = await freePort();
  const browser = await launchBrowser(inject("browserPath"), [`--remote-debugging-port=${port}`]);
  const site = await serve(dist, "");
  const { lost, scores } = await audit(`${site.origin}/reference/${operations[0]?.id}/`, port, categories);
  expect(lost).toEqual([]);
  expect(scores).toEqual(Object.fromEntries(categories.map((name) => [name, 100])));
  site.close();
  await browser.close();
});
