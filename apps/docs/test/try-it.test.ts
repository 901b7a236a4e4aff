import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { createEmulator } from "@mpc-contract/emulator";
import { startServer } from "@mpc-contract/emulator/server";
import { violationsOf } from "./axe.ts";
import { useBuiltSite } from "./built-site.ts";

const used = useBuiltSite();

/** What a page asked of whom, and what it complained of. */
interface Watched {
  page: Page;
  requests: string[];
  complaints: string[];
}

async function open(operationId: string, folder = ""): Promise<Watched> {
  const context = await used.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${used.site.origin}${folder}/reference/${operationId}/`, { waitUntil: "networkidle" });
  return { page, requests, complaints };
}

/** Opens the dialog, and waits until it is alive. */
async function start({ page }: Watched): Promise<void> {
  await page.locator("try-it button.open").click();
  await page.locator("form.chosen").waitFor();
}

const answer = (page: Page) => page.locator("try-it .answer");
const send = (page: Page) => page.locator("form.chosen .send").click();
const input = (page: Page, name: string) => page.locator(`form.chosen input[name="${name}"]`);

test("nothing is loaded before it is opened, and then from the site alone", async () => {
  const watched = await open("listEncryptionTasks");
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
  const watched = await open("listEncryptionTasks");
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
  const watched = await open("createEncryptionTask");
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
}, 30_000);

test("a task that waits is cancelled, and one that has ended is not", async () => {
  const watched = await open("cancelEncryptionTask");
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
  const watched = await open("listEncryptionTasks");
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
  const watched = await open("createEncryptionTask");
  const { page } = watched;
  await start(watched);
  const bucket = input(page, "/body/output/bucket");
  await bucket.fill("");
  const finding = page.locator(`[id="${await bucket.getAttribute("id")}-finding"]`);
  expect(await finding.innerText()).toBe('expected "bucket", found nothing');
  expect(await page.locator("form.chosen .finding:not(:empty)").count()).toBe(1);
  await page.context().close();
});

test("an emulator on this machine is asked, if it admits the site, and nothing elsewhere is", async () => {
  const emulator = createEmulator();
  await using server = await startServer(emulator, { port: 0, cors: used.site.origin });
  const watched = await open("listEncryptionTasks");
  const { page, requests } = watched;
  await start(watched);
  await page.locator("try-it input[name=target][value=machine]").check();
  const endpoint = page.locator("try-it input.endpoint");
  await endpoint.fill("https://mpc.cn-north-4.myhuaweicloud.com");
  await send(page);
  expect(await page.locator("try-it .endpoint-wrong").isVisible()).toBe(true);
  expect(requests.filter((url) => !url.startsWith(used.site.origin))).toEqual([]);
  await endpoint.fill(server.url);
  await send(page);
  await answer(page).getByText("200", { exact: true }).waitFor();
  expect(emulator.journal.map(({ operation }) => operation)).toEqual(["listEncryptionTasks"]);
  await server.close();
  await send(page);
  await answer(page).getByText("No answer.").waitFor();
  await page.context().close();
});

test("a task is asked about where it was created, whatever is chosen meanwhile", async () => {
  const emulator = createEmulator();
  await using server = await startServer(emulator, { port: 0, cors: used.site.origin });
  const watched = await open("createEncryptionTask");
  const { page } = watched;
  await start(watched);
  await page.locator("try-it input[name=target][value=machine]").check();
  await page.locator("try-it input.endpoint").fill(server.url);
  await input(page, "/path/project_id").fill("another-project");
  await send(page);
  await answer(page).getByText("202", { exact: true }).waitFor();
  await page.locator("try-it input[name=target][value=page]").check();
  await page.locator("try-it .tasks button[value=listEncryptionTasks]").click();
  await answer(page).getByText("200", { exact: true }).waitFor();
  expect(await answer(page).locator(".message").innerText()).not.toContain("NO_TASK");
  expect(new Set(emulator.journal.map(({ project }) => project))).toEqual(new Set(["another-project"]));
  await page.context().close();
});

test.each([
  { what: "HTML", type: "text/html", body: "<h1>Here I am</h1>", said: "content-type" },
  { what: "a page that breaks a rule", type: "application/json", body: '{"total":-1}', said: "total" },
  { what: "broken JSON", type: "application/json", body: "{", said: "json" },
])("an answer that is not as the contract says is told: $what", async ({ body, said, type }) => {
  const server = createServer((_, response) => {
    const headers = { "Access-Control-Allow-Origin": used.site.origin, "Access-Control-Allow-Headers": "*" };
    response.writeHead(200, { ...headers, "Content-Type": type }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  for (const operation of ["listEncryptionTasks", "createEncryptionTask"]) {
    const watched = await open(operation);
    const { page } = watched;
    await start(watched);
    await page.locator("try-it input[name=target][value=machine]").check();
    const { port } = server.address() as AddressInfo;
    await page.locator("try-it input.endpoint").fill(`http://127.0.0.1:${port}`);
    await send(page);
    await answer(page).getByText("200", { exact: true }).waitFor();
    expect(await answer(page).locator(".kept").isVisible()).toBe(false);
    if (operation === "listEncryptionTasks") {
      expect(await answer(page).locator(".broken").innerText()).toContain(said);
    }
    expect(await answer(page).locator("h1").count()).toBe(0);
    expect(watched.complaints).toEqual([]);
    await page.context().close();
  }
  server.close();
});

test("an answer that comes late does not take the place of a newer one", async () => {
  let finish = () => {};
  const late = new Promise<void>((resolve) => (finish = resolve));
  const server = createServer(async ({ method }, response) => {
    const headers = { "Access-Control-Allow-Origin": used.site.origin, "Access-Control-Allow-Headers": "*" };
    if (method === "OPTIONS") {
      response.writeHead(204, headers).end();
      return;
    }
    await late;
    response.writeHead(503, headers).end("late");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const watched = await open("listEncryptionTasks");
  const { page } = watched;
  await start(watched);
  await page.locator("try-it input[name=target][value=machine]").check();
  const { port } = server.address() as AddressInfo;
  await page.locator("try-it input.endpoint").fill(`http://127.0.0.1:${port}`);
  await send(page);
  await answer(page).getByText("Waiting for the answer").waitFor();
  await page.locator("try-it input[name=target][value=page]").check();
  await send(page);
  await answer(page).getByText("200", { exact: true }).waitFor();
  const arrived = page.waitForResponse((response) => response.status() === 503);
  finish();
  await (await arrived).finished();
  expect(await answer(page).locator(".status").innerText()).toBe("200");
  await page.context().close();
  server.close();
});

test("everyone can use the dialog, in both themes, on a phone and on a desk", async () => {
  const watched = await open("createEncryptionTask");
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
  const watched = await open("listEncryptionTasks");
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
  const watched = await open("listEncryptionTasks", "/zh-cn");
  await start(watched);
  expect(await violationsOf(watched.page)).toEqual([]);
  await watched.page.getByRole("button", { name: "发送" }).click();
  await answer(watched.page).getByText("符合契约").waitFor();
  await watched.page.context().close();
});
