import { type RequestListener, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { createEmulator } from "@mpc-contract/emulator";
import { startServer } from "@mpc-contract/emulator/server";
import { errorCodes } from "../src/contract/error-code.ts";
import { useBuiltSite } from "./built-site.ts";
import { answer, input, open, send, start } from "./try-it-page.ts";

const used = useBuiltSite();

/** Chooses an endpoint on this machine. */
async function choose(page: Page, url: string): Promise<void> {
  await page.locator("try-it input[name=target][value=machine]").check();
  await page.locator("try-it input.endpoint").fill(url);
}

/** An endpoint on this machine that is no emulator. */
async function listen(answerWith: RequestListener) {
  const server = createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", used.site.origin);
    response.setHeader("Access-Control-Allow-Headers", "*");
    if (request.method === "OPTIONS") response.writeHead(204).end();
    else answerWith(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => void server.close() };
}

test("an emulator on this machine is asked, if it admits the site, and nothing elsewhere is", async () => {
  const emulator = createEmulator();
  await using server = await startServer(emulator, { port: 0, cors: used.site.origin });
  const watched = await open(used, "listEncryptionTasks");
  const { page, requests } = watched;
  await start(watched);
  await choose(page, "https://mpc.cn-north-4.myhuaweicloud.com");
  await send(page);
  expect(await page.locator("try-it .endpoint-wrong").isVisible()).toBe(true);
  expect(requests.filter((url) => !url.startsWith(used.site.origin))).toEqual([]);
  await choose(page, server.url);
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
  const watched = await open(used, "createEncryptionTask");
  const { page } = watched;
  await start(watched);
  await choose(page, server.url);
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
  using server = await listen((_, response) => {
    response.writeHead(200, { "Content-Type": type }).end(body);
  });
  for (const operation of ["listEncryptionTasks", "createEncryptionTask"]) {
    const watched = await open(used, operation);
    const { page } = watched;
    await start(watched);
    await choose(page, server.url);
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
});

test("an answer that comes late does not take the place of a newer one", async () => {
  let finish = () => {};
  const late = new Promise<void>((resolve) => (finish = resolve));
  using server = await listen(async (_, response) => {
    await late;
    response.writeHead(503).end("late");
  });
  const watched = await open(used, "listEncryptionTasks");
  const { page } = watched;
  await start(watched);
  await choose(page, server.url);
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
});

test("an error code that the contract does not know is no link to a place that is not there", async () => {
  let code = "MPC.99999";
  using server = await listen((_, response) => {
    const body = JSON.stringify({ error_code: code, error_msg: "Something new." });
    response.writeHead(400, { "Content-Type": "application/json" }).end(body);
  });
  const watched = await open(used, "listEncryptionTasks");
  const { page } = watched;
  await start(watched);
  await choose(page, server.url);
  const meaning = answer(page).locator(".meaning");
  await send(page);
  await answer(page).locator(".message").getByText(code).waitFor();
  expect(await meaning.isVisible()).toBe(false);
  code = errorCodes.codes[0]?.code ?? "";
  await send(page);
  await meaning.getByText(code).waitFor();
  await page.context().close();
});
