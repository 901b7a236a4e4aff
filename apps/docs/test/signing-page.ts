import type { Browser, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import vector from "@mpc-contract/openapi/signing-vector.json" with { type: "json" };
import type { Typed } from "../src/signing/explain.ts";
import type { Served } from "./server.ts";

/** Where the page is that signs what is typed. */
export const path = "/guides/authentication/";

/** The signature that the vendor publishes with its example. */
export const published = vector.signature;

/** Opens the page in a context of its own, which ends with the test. */
export async function open(
  { browser, site }: { browser: Browser; site: Served },
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site.origin}${path}`);
  return page;
}

/** What a stage shows, a part a line. */
export async function stage(page: Page, name: string): Promise<string> {
  return (await page.locator(`[data-stage="${name}"] .text`).allTextContents()).join("\n");
}

/** Types into the fields that are given, in place of what stands there. */
export async function type(page: Page, { method, headers, ...fields }: Partial<Typed>): Promise<void> {
  if (method !== undefined) await page.getByLabel("Method").selectOption(method);
  for (const [field, value] of Object.entries({ ...fields, ...headers })) {
    await page.locator(`[data-field="${field}"]`).fill(value);
  }
}
