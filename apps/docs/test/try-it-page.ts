import type { Browser, Page } from "playwright-core";
import type { Served } from "./server.ts";

/** What a page asked of whom, and what it complained of. */
export interface Watched {
  page: Page;
  requests: string[];
  complaints: string[];
}

/** Opens the page of an operation in a context of its own. */
export async function open(
  { browser, site }: { browser: Browser; site: Served },
  operationId: string,
  folder = "",
): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${site.origin}${folder}/reference/${operationId}/`, { waitUntil: "networkidle" });
  return { page, requests, complaints };
}

/** Opens the dialog, and waits until it is alive. */
export async function start({ page }: Watched): Promise<void> {
  await page.locator("try-it button.open").click();
  await page.locator("form.chosen").waitFor();
}

export const answer = (page: Page) => page.locator("try-it .answer");
export const send = (page: Page) => page.locator("form.chosen .send").click();
export const input = (page: Page, name: string) => page.locator(`form.chosen input[name="${name}"]`);
