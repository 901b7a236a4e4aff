import type { Browser, Page } from "playwright-core";
import { expect, test } from "vitest";
import { operations } from "../src/contract/operation.ts";
import { violationsOf } from "./axe.ts";
import { useBuiltSite } from "./built-site.ts";
import { recordShifts, shiftsOf } from "./shifts.ts";

const reference = `/reference/${operations[0]?.id}/`;

const used = useBuiltSite();

async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await used.browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${used.site.origin}${path}`, { waitUntil: "networkidle" });
  return page;
}

const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset["theme"]);

test("a theme that was chosen stays, against what the system likes", async () => {
  const page = await open(reference, { colorScheme: "light", viewport: { width: 1280, height: 900 } });
  await page.locator("starlight-theme-select:visible select").selectOption("dark");
  expect(await theme(page)).toBe("dark");
  await page.goto(`${used.site.origin}/errors/`);
  expect(await theme(page)).toBe("dark");
  await page.context().close();
});

test("the keyboard alone skips to the content, chooses a language of samples, and searches", async () => {
  const page = await open(reference, { viewport: { width: 1280, height: 900 } });
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe("Skip to content");
  await page.keyboard.press("Enter");
  expect(page.url()).toContain("#_top");
  await page.locator("input[name=request]").first().focus();
  await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("region", { name: "Request: curl" }).isVisible()).toBe(false);
  await page.keyboard.press("Control+k");
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.type("MPC.10202");
  const found = page.locator("site-search li a").first();
  await found.waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await found.evaluate((link) => link === document.activeElement)).toBe(true);
  const href = await found.getAttribute("href");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${href}`);
  await page.context().close();
});

test("the navigation opens at the entry of the page", async () => {
  const page = await open("/machines/", { viewport: { width: 1280, height: 720 } });
  const { top, bottom } = await page
    .locator(".sidebar-content [aria-current=page]")
    .evaluate((link) => link.getBoundingClientRect().toJSON() as DOMRect);
  expect(top).toBeGreaterThan(56);
  expect(bottom).toBeLessThan(720);
  await page.context().close();
});

test("on a phone no sample is cut, and the parts of a long page can be jumped to", async () => {
  const page = await open(reference, { viewport: { width: 390, height: 800 } });
  const cut = await page
    .locator(".samples .pane")
    .evaluateAll((panes) => panes.filter((pane) => pane.scrollHeight > pane.clientHeight).length);
  expect(cut).toBe(0);
  await page
    .getByRole("navigation", { name: "On this page" })
    .getByRole("link", { name: "Responses" })
    .click();
  await page.waitForFunction(() => {
    const { top } = document.querySelector("#responses")!.getBoundingClientRect();
    return top >= 56 && top < 200;
  });
  await page.context().close();
});

test("beside the text the response stays in sight, however long the request is", async () => {
  const page = await open("/reference/createEncryptionTask/", { viewport: { width: 1280, height: 720 } });
  const [request, response] = await page
    .locator(".samples .tabs")
    .evaluateAll((tabs) => tabs.map((each) => each.getBoundingClientRect().toJSON() as DOMRect));
  expect(response!.top).toBeGreaterThan(request!.bottom);
  expect(response!.height).toBeGreaterThan(150);
  expect(response!.bottom).toBeLessThan(720);
  await page.context().close();
});

test.each([390, 1280])(
  "the language of a sample that was chosen stays on other pages, which do not move for it, %i wide",
  async (width) => {
    const context = await used.browser.newContext({ viewport: { width, height: 900 } });
    await recordShifts(context);
    const page = await context.newPage();
    const chosen = () => page.locator(":is(.samples, .call) input:checked").first().inputValue();
    await page.goto(`${used.site.origin}${reference}`);
    expect(await chosen()).toBe("curl");
    await page.getByText("Python", { exact: true }).click();
    const other = `/reference/${operations[1]?.id}/`;
    for (const path of [other, `/zh-cn${other}`, "/", reference]) {
      await page.goto(`${used.site.origin}${path}`, { waitUntil: "networkidle" });
      expect(await chosen()).toBe("Python");
      expect(await page.getByRole("region", { name: /Python$/ }).isVisible()).toBe(true);
      expect(await shiftsOf(page)).toEqual([]);
    }
    await context.close();
  },
);

test("a browser that can keep nothing shows the samples all the same", async () => {
  const page = await open(reference);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.getByText("Python", { exact: true }).click();
  expect(await page.getByRole("region", { name: "Request: Python" }).isVisible()).toBe(true);
  expect(errors).toEqual([]);
  await page.context().close();
});

test.each([
  { term: "MPC.10202", href: "/errors/#MPC.10202" },
  { term: "size", href: `${reference}#query.size` },
  { term: "createMpcClient", href: "/api/client/#createMpcClient" },
])("the search puts what is called $term first", async ({ href, term }) => {
  const page = await open("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type(term);
  // What is found changes with each letter.
  await expect.poll(() => page.locator("site-search li a").first().getAttribute("href")).toBe(href);
  await page.context().close();
});

test("the search of a language finds its pages", async () => {
  const page = await open("/zh-cn/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("实名认证");
  const found = page.locator("site-search li a").first();
  await found.waitFor();
  expect(await found.getAttribute("href")).toMatch(/^\/zh-cn\//);
  await page.context().close();
});

test("a phone has the navigation behind a button, and the samples below the head", async () => {
  const page = await open("/", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const link = page.locator(".sidebar a", { hasText: operations[1]?.summary ?? "" });
  expect(await link.isVisible()).toBe(false);
  await page.getByRole("button", { name: "Menu" }).click();
  await link.click();
  await page.waitForURL(`**/reference/${operations[1]?.id}/`);
  const samples = await page.locator(".samples").boundingBox();
  const details = await page.locator(".details").boundingBox();
  expect(samples?.y).toBeLessThan(details?.y ?? 0);
  expect(samples?.width).toBeGreaterThan(340);
  await page.context().close();
});

test("the same place is a click away in the other language", async () => {
  const page = await open(reference, { viewport: { width: 1280, height: 900 } });
  await page.locator("header").getByRole("link", { name: "中文" }).click();
  await page.waitForURL(`**/zh-cn${reference}`);
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  await page.locator("header").getByRole("link", { name: "English" }).click();
  await page.waitForURL((url) => url.pathname === reference);
  await page.context().close();
});

test("the browser runs no script that does not belong to the page, and loads nothing from elsewhere", async () => {
  const page = await open("/");
  const reached: string[] = [];
  await page.route("https://elsewhere.example/**", async (route) => {
    reached.push(route.request().url());
    await route.fulfill({ body: "here" });
  });
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    const image = new Image();
    image.src = "https://elsewhere.example/image";
    const base = document.createElement("base");
    base.href = "https://elsewhere.example/";
    document.body.append(script, image);
    document.head.append(base);
  });
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
  expect(await page.evaluate(() => new URL("a", document.baseURI).origin === location.origin)).toBe(true);
  expect(reached).toEqual([]);
  await page.context().close();
});

test("on paper all is unfolded, and nothing is to be clicked", async () => {
  const page = await open(reference);
  const place = page.locator("[id='response.200.task_array.output.bucket']");
  expect(await place.isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  expect(await place.isVisible()).toBe(true);
  expect(await page.locator("try-it").isVisible()).toBe(false);
  for (const pane of await page.locator(".samples .pane").all()) expect(await pane.isVisible()).toBe(true);
  await page.context().close();
});
