import { expect, test } from "vitest";
import { violationsOf } from "./axe.ts";
import { useBuiltSite } from "./built-site.ts";
import { answer, input, open, send, start } from "./try-it-page.ts";

const used = useBuiltSite();

test("nothing is loaded before it is opened, and then from the site alone", async () => {
  const watched = await open(used, "listEncryptionTasks");
  const before = watched.requests.length;
  used.site.sent.length = 0;
  await start(watched);
  // The emulator is heavier than all else there is.
  expect(used.site.sent.reduce((sum, { bytes }) => sum + bytes, 0)).toBeGreaterThan(30_000);
  await send(watched.page);
  await answer(watched.page).getByText("200").waitFor();
  expect(watched.requests.length).toBeGreaterThan(before);
  expect(watched.requests.filter((url) => !url.startsWith(`${used.site.origin}/`))).toEqual([]);
  expect(watched.complaints).toEqual([]);
  await watched.page.context().close();
});

test("task 31207 comes back, with headers, and as the contract says", async () => {
  const watched = await open(used, "listEncryptionTasks");
  const { page } = watched;
  await start(watched);
  await send(page);
  const said = answer(page);
  await said.getByText("200", { exact: true }).waitFor();
  const message = await said.locator(".message").innerText();
  expect(message).toMatch(/^x-request-id: [0-9a-f]{32}$/m);
  expect(message).toContain('"task_id": 31207');
  expect(await said.locator(".kept").isVisible()).toBe(true);
  await page.context().close();
});

test("a task that is created is followed through its life", async () => {
  const watched = await open(used, "createEncryptionTask");
  const { page } = watched;
  await start(watched);
  await send(page);
  await answer(page).getByText("202", { exact: true }).waitFor();
  const reached = page.locator("try-it .tasks .stage.reached");
  expect(await reached.allInnerTexts()).toEqual(["WAITING"]);
  await page.locator("try-it .tasks").getByText("SUCCEEDED").first().waitFor({ timeout: 20_000 });
  expect(await reached.allInnerTexts()).toEqual(["WAITING", "PROCESSING", "SUCCEEDED"]);
  await page.locator("try-it .tasks button[value=listEncryptionTasks]").click();
  await answer(page).getByText("200", { exact: true }).waitFor();
  expect(await answer(page).locator(".message").innerText()).toContain('"status": "SUCCEEDED"');
  expect(watched.complaints).toEqual([]);
  await page.context().close();
});

test("a task that waits is cancelled, and one that has ended is not", async () => {
  const watched = await open(used, "cancelEncryptionTask");
  const { page } = watched;
  await start(watched);
  await send(page);
  await answer(page).getByText("403", { exact: true }).waitFor();
  await page.locator('try-it input[name=operation][value="createEncryptionTask"]').check();
  await send(page);
  await answer(page).getByText("202", { exact: true }).waitFor();
  await page.locator("try-it .tasks button[value=cancelEncryptionTask]").click();
  await answer(page).getByText("204", { exact: true }).waitFor();
  await page.locator("try-it .tasks .stage.reached.bad").getByText("CANCELED").waitFor();
  await page.context().close();
});

test("what is typed is held against the contract at once, and may be sent all the same", async () => {
  const watched = await open(used, "listEncryptionTasks");
  const { page } = watched;
  await start(watched);
  const size = input(page, "/query/size");
  const finding = page.locator(`[id="${await size.getAttribute("id")}-finding"]`);
  await size.fill("101");
  expect(await finding.innerText()).toBe("expected at most 100, found 101");
  expect(await size.getAttribute("aria-invalid")).toBe("true");
  await send(page);
  await answer(page).getByText("400", { exact: true }).waitFor();
  const link = answer(page).locator(".meaning a");
  expect(await link.getAttribute("href")).toBe(`${used.site.origin}/errors/#MPC.10202`);
  await size.fill("100");
  expect(await finding.innerText()).toBe("");
  await page.context().close();
});

test("says what is missing at the input that lacks it", async () => {
  const watched = await open(used, "createEncryptionTask");
  const { page } = watched;
  await start(watched);
  const bucket = input(page, "/body/output/bucket");
  await bucket.fill("");
  const finding = page.locator(`[id="${await bucket.getAttribute("id")}-finding"]`);
  expect(await finding.innerText()).toBe('expected "bucket", found nothing');
  expect(await page.locator("form.chosen .finding:not(:empty)").count()).toBe(1);
  await page.context().close();
});

test("everyone can use the dialog, in both themes, on a phone and on a desk", async () => {
  const watched = await open(used, "createEncryptionTask");
  const { page } = watched;
  await start(watched);
  await send(page);
  await answer(page).getByText("202", { exact: true }).waitFor();
  await input(page, "/body/input/object").fill("film.txt");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate((theme) => (document.documentElement.dataset["theme"] = theme), colorScheme);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect({ colorScheme, width, violations: await violationsOf(page) }).toEqual({
        colorScheme,
        width,
        violations: [],
      });
    }
  }
  await page.context().close();
});

test("works with the keyboard alone", async () => {
  const watched = await open(used, "listEncryptionTasks");
  const { page } = watched;
  await page.locator("try-it button.open").focus();
  await page.keyboard.press("Enter");
  await page.locator("form.chosen").waitFor();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("operation");
  await page.keyboard.press("ArrowDown");
  expect(await page.locator("form.chosen").getAttribute("data-operation")).toBe("createEncryptionTask");
  await page.keyboard.press("ArrowUp");
  for (let step = 0; step < 3; step++) await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("/query/task_id");
  await page.keyboard.press("Enter");
  await answer(page).getByText("200", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("open");
  await page.context().close();
});

test("speaks Chinese on the Chinese pages", async () => {
  const watched = await open(used, "listEncryptionTasks", "/zh-cn");
  await start(watched);
  expect(await violationsOf(watched.page)).toEqual([]);
  await watched.page.getByRole("button", { name: "发送" }).click();
  await answer(watched.page).getByText("符合契约").waitFor();
  await watched.page.context().close();
});
