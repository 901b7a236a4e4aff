import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { createEmulator, emulatorCredentials } from "@mpc-contract/emulator";
import { startServer } from "@mpc-contract/emulator/server";
import { violationsOf } from "./axe.ts";
import { useBuiltSite } from "./built-site.ts";
import { open, path, published, stage, type } from "./signing-page.ts";

const used = useBuiltSite();

test("the keyboard is enough", async () => {
  const page = await open(used);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time++) await page.keyboard.press(key);
  };
  const focused = () =>
    page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
  await page.getByLabel("Method").focus();
  await press("Tab", 3);
  expect(await focused()).toBe("signing-url");
  await press("Control+a");
  await page.keyboard.type("https://a.example.com/b?c=d");
  await expect.poll(() => stage(page, "canonicalRequest")).toMatch(/^GET\n\/b\/\nc=d\n/);
  await press("Tab", 6);
  expect(await focused()).toBe("Show");
  await press("Space");
  expect(await page.locator("#signing-secretKey").getAttribute("type")).toBe("text");
  await press("Space");
  expect(await page.locator("#signing-secretKey").getAttribute("type")).toBe("password");
  await press("Tab", 3);
  expect(await focused()).toBe("Copy");
  await press("Enter");
  await expect.poll(focused).toBe("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await stage(page, "canonicalRequest"),
  );
});

test("where the browser does not let the page copy, that is said at the stage", async () => {
  const page = await open(used);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
  });
  const refused = page.locator('[data-stage="signature"]').getByRole("alert");
  expect(await refused.isVisible()).toBe(false);
  await page.getByRole("button", { name: "Copy: Signature" }).click();
  await refused.getByText("Your browser does not let this page copy.").waitFor();
  expect(await violationsOf(page)).toEqual([]);
});

describe("nothing leaves the page", () => {
  const secret = "a-secret-that-nobody-shall-find";

  test("no request is made, and the secret is in its field alone", async () => {
    const page = await open(used);
    await page.waitForLoadState("networkidle");
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    const before = await stage(page, "signature");
    await page.getByLabel("Secret key (SK)").pressSequentially(secret);
    await type(page, { url: "https://a.example.com/", secretKey: secret });
    await page.getByLabel("Secret key (SK)").press("Enter");
    await expect.poll(() => stage(page, "signature")).not.toBe(before);
    // The last thing that typing leads to.
    await page.locator("signing-steps [role=status]:not(:empty)").waitFor({ state: "attached" });
    expect(requests).toEqual([]);
    const kept = await page.evaluate(async () => ({
      html: document.documentElement.outerHTML,
      url: location.href,
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      databases: await indexedDB.databases(),
    }));
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(kept.databases).toEqual([]);
  });

  test("the browser refuses to send anything elsewhere, and the search goes on", async () => {
    const page = await open(used);
    const elsewhere = "https://elsewhere.example/";
    let reached = 0;
    await page.route(elsewhere, async (route) => {
      reached++;
      await route.fulfill({ body: "here" });
    });
    const sent = await page.evaluate(
      (url) => fetch(url, { mode: "no-cors" }).then(String, String),
      elsewhere,
    );
    expect(sent).toContain("TypeError");
    expect(reached).toBe(0);
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").fill("canonical");
    await page.locator("site-search li a").first().waitFor();
  });
});

test("a page that did not come over HTTPS says that it cannot sign", async () => {
  await using page = await used.browser.newPage();
  await page.route("http://docs.example/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${used.site.origin}${pathname}` }) });
  });
  await page.goto(`http://docs.example${path}`);
  await page.getByText("This page did not come over HTTPS").waitFor();
  expect(await page.getByLabel("URL", { exact: true }).isDisabled()).toBe(true);
  expect(await stage(page, "signature")).toBe(published);
});

test("its script is small, and loaded here alone", async () => {
  used.site.sent.length = 0;
  const page = await open(used);
  const scripts = used.site.sent.filter((file) => /Signing.*\.js$/.test(file.path));
  expect(scripts).toHaveLength(1);
  expect(scripts[0]?.bytes).toBeLessThan(5000);
  used.site.sent.length = 0;
  await page.goto(`${used.site.origin}/authentication/`, { waitUntil: "networkidle" });
  expect(used.site.sent.filter((file) => scripts.some(({ path }) => path === file.path))).toEqual([]);
});

// The one tool here that is not from npm.
const run = promisify(execFile);
const noCurl = await run("curl", ["--version"]).then(
  () => false,
  () => true,
);

test.skipIf(noCurl)("the line for curl is taken by who verifies signatures", async () => {
  await using server = await startServer(createEmulator(), { port: 0 });
  const page = await open(used);
  const project = "77b6a44cba5143ab91d13ab9a8ff44fd";
  await page.getByRole("button", { name: "now" }).click();
  await type(page, {
    url: `${server.url}/v1/${project}/encryptions?task_id=31207`,
    headers: { "Content-Type": "", "X-Project-Id": project },
    accessKey: emulatorCredentials.accessKey,
    secretKey: emulatorCredentials.secretKey,
  });
  await expect.poll(() => stage(page, "curl")).toContain(server.url);
  const got = await run("sh", ["-c", await stage(page, "curl")]);
  expect(got.stdout).toContain("31207");

  const body = JSON.stringify({ note: "it's a body with 'quotes'" });
  await type(page, { method: "POST", body, url: `${server.url}/v1/${project}/encryptions` });
  await expect.poll(() => stage(page, "curl")).toContain("--request POST");
  const refused = await run("sh", ["-c", await stage(page, "curl")]);
  // It is the body that is wrong, and not the signature.
  expect(refused.stdout).toContain("MPC.");
});
