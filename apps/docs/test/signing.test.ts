import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { signRequest } from "@mpc-contract/client/sign";
import { createEmulator, emulatorCredentials } from "@mpc-contract/emulator";
import { startServer } from "@mpc-contract/emulator/server";
import { formatDate, parseDate } from "../src/signing/date.ts";
import type { Typed } from "../src/signing/explain.ts";
import { launchBrowser } from "./browser.ts";
import { dist } from "./pages.ts";
import { serve, type Served } from "./server.ts";

const path = "/guides/authentication/";
const unpacked = mkdtempSync(join(tmpdir(), "docs-browser-"));
/** The signature that the vendor publishes with the example. */
const published = "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe";

let site: Served;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([serve(dist, ""), launchBrowser(unpacked)]);
}, 60_000);

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(unpacked, { recursive: true });
});

async function open(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${site.origin}${path}`);
  return page;
}

/** What a stage shows, a part a line. */
async function stage(page: Page, name: string): Promise<string> {
  return (await page.locator(`[data-stage="${name}"] .text`).allTextContents()).join("\n");
}

async function type(page: Page, { method, headers, ...fields }: Partial<Typed>): Promise<void> {
  if (method !== undefined) await page.getByLabel("Method").selectOption(method);
  for (const [field, value] of Object.entries({ ...fields, ...headers })) {
    await page.locator(`[data-field="${field}"]`).fill(value);
  }
}

describe("the vendor's example", () => {
  test("is there without JavaScript", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await stage(page, "signature")).toBe(published);
    expect(await page.getByLabel("URL", { exact: true }).isDisabled()).toBe(true);
  });

  test("is there with it, in the same place", async () => {
    const page = await open({ viewport: { width: 390, height: 900 } });
    await page.locator("signing-steps").scrollIntoViewIfNeeded();
    const shifts = await page.evaluate(async () => {
      const entries: PerformanceEntry[] = [];
      new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({
        type: "layout-shift",
        buffered: true,
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      return entries.length;
    });
    expect(shifts).toBe(0);
    expect(await page.getByLabel("URL", { exact: true }).isEnabled()).toBe(true);
    expect(await stage(page, "signature")).toBe(published);
    expect(await stage(page, "authorization")).toMatch(new RegExp(`, Signature=${published}$`));
  });

  test("comes back", async () => {
    const page = await open();
    await type(page, { url: "https://a.example.com/" });
    await expect.poll(() => stage(page, "signature")).not.toBe(published);
    await page.getByRole("button", { name: "Back to the vendor’s example" }).click();
    await expect.poll(() => stage(page, "signature")).toBe(published);
  });
});

const visible = fc.stringMatching(/^[!-~]{1,40}$/);
const typed: fc.Arbitrary<Typed> = fc
  .record({
    method: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE"),
    url: fc.webUrl({ withQueryParameters: true, validSchemes: ["http", "https"] }),
    headers: fc.record({
      "Content-Type": fc.constantFrom("", "application/json", "text/plain; charset=utf-8"),
      "X-Project-Id": fc.stringMatching(/^[a-z0-9]{0,32}$/),
    }),
    body: fc.string({ unit: "grapheme" }).map((text) => text.replace(/\r\n?/g, "\n")),
    accessKey: visible,
    secretKey: visible,
    securityToken: fc.oneof(fc.constant(""), visible),
    date: fc
      .date({ min: new Date(0), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true })
      .map(formatDate),
  })
  .map((input) => (input.method === "GET" ? { ...input, body: "" } : input));

test("what is typed is signed as the client signs it", { timeout: 30_000 }, async () => {
  const page = await open();
  for (const input of fc.sample(typed, { seed: 31207, numRuns: 12 })) {
    const { method, url, body, headers, date, accessKey, secretKey, securityToken } = input;
    const request = new Request(url, { method, body: body || null });
    request.headers.delete("Content-Type");
    for (const [name, value] of Object.entries(headers)) if (value !== "") request.headers.set(name, value);
    const key = { accessKey, secretKey, securityToken: securityToken || undefined };
    const signed = await signRequest(request, key, { date: parseDate(date) });
    await type(page, input);
    await expect.poll(() => stage(page, "authorization")).toBe(signed.headers.get("Authorization"));
  }
});

test("what cannot be signed is said at its field", async () => {
  const page = await open();
  const visibly = "Give visible ASCII characters, without a line break.";
  const wrong: [label: string, input: Partial<Typed>, words: string][] = [
    ["URL", { url: "/v1/p" }, "Give a whole URL: https://, a host and a path."],
    ["URL", { url: "https://a:b@example.com/" }, "Leave user and password out of the URL."],
    ["Body", { body: "{}" }, "A GET request has no body. Empty this field, or choose another method."],
    ["X-Sdk-Date", { date: "20190230T000000Z" }, "Give a time that exists, in UTC, as YYYYMMDDTHHMMSSZ."],
    [
      "X-Project-Id",
      { headers: { "X-Project-Id": "项目" } },
      "A header cannot carry one of these characters.",
    ],
    ["Secret key (SK)", { secretKey: "with a space" }, visibly],
    ["Access key (AK)", { accessKey: "" }, visibly],
  ];
  for (const [label, input, words] of wrong) {
    await type(page, input);
    const field = page.getByLabel(label, { exact: true });
    await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator(".problem").allTextContents()).toEqual([words]);
    const problem = await page.locator(".problem").getAttribute("id");
    expect(await field.getAttribute("aria-errormessage")).toBe(problem);
    await page.getByRole("button", { name: "Back to the vendor’s example" }).click();
    await expect.poll(() => page.locator(".problem").count()).toBe(0);
  }
});

test("a result is read out once the typing has ended", async () => {
  const page = await open();
  const status = page.locator("signing-steps [role=status]");
  await page.getByLabel("Body").pressSequentially("{}");
  expect(await status.textContent()).toBe("");
  await expect.poll(() => status.textContent(), { timeout: 3000 }).toMatch(/^A GET request has no body\./);
  await page.getByLabel("Method").selectOption("POST");
  const begins = /^The signature begins with [0-9a-f]{8}\.$/;
  await expect.poll(() => status.textContent(), { timeout: 3000 }).toMatch(begins);
});

describe("what another program has, beside what is right", () => {
  async function verdict(page: Page, theirs: string): Promise<string> {
    await page.getByLabel("Compare with what you have").fill(theirs);
    await expect.poll(() => page.locator("[data-verdict] p").count()).toBe(1);
    return (await page.locator("[data-verdict] p").textContent()) ?? "";
  }

  test("the first line that differs is shown, and its part marked", async () => {
    const page = await open();
    const right = await stage(page, "canonicalRequest");
    expect(await verdict(page, `${right}\n`)).toBe("Canonical request: the same, to the last character.");
    expect(await verdict(page, right.replace("/vpcs/", "/vpcs"))).toBe(
      "Canonical request: line 2, URI, is the first that differs.",
    );
    expect(await page.locator("[data-verdict] mark").allTextContents()).toEqual(["", "/"]);
    expect(await verdict(page, right.replace("x-sdk-date:", "X-Sdk-Date:"))).toBe(
      "Canonical request: line 6, HEADERS, is the first that differs.",
    );
    expect(await page.locator("[data-differs] .name").allTextContents()).toEqual(["HEADERS"]);
    expect(await verdict(page, right.replace(/\n.*$/, ""))).toBe(
      "Canonical request: line 9, HASH, is the first that differs.",
    );
  });

  test("as one line of a log, and as the gateway puts it", async () => {
    const page = await open();
    const right = await stage(page, "canonicalRequest");
    const same = "Canonical request: the same, to the last character.";
    expect(await verdict(page, right.replaceAll("\n", "\\n"))).toBe(same);
    const said = `{"error_msg":"verify signature fail, canonicalRequest:${right.replaceAll("\n", "|")}","error_code":"X"}`;
    expect(await verdict(page, said)).toBe(same);
  });

  test("the later stages are known by the scheme", async () => {
    const page = await open();
    const [toSign, authorization] = [await stage(page, "stringToSign"), await stage(page, "authorization")];
    expect(await verdict(page, toSign.replace("2019", "2020"))).toBe(
      "String to sign: line 2, DATE, is the first that differs.",
    );
    expect(await verdict(page, `Authorization: ${authorization}`)).toBe(
      "Authorization: the same, to the last character.",
    );
  });
});

test("the keyboard is enough", async () => {
  const page = await open();
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

describe("nothing leaves the page", () => {
  const secret = "a-secret-that-nobody-shall-find";

  test("no request is made, and the secret is in its field alone", async () => {
    const page = await open();
    await page.waitForLoadState("networkidle");
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    const before = await stage(page, "signature");
    await page.getByLabel("Secret key (SK)").pressSequentially(secret);
    await type(page, { url: "https://a.example.com/", secretKey: secret });
    await page.getByLabel("Secret key (SK)").press("Enter");
    await expect.poll(() => stage(page, "signature")).not.toBe(before);
    await page.waitForTimeout(1200);
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
    const page = await open();
    const elsewhere = await serve(dist, "");
    const sent = await page.evaluate(
      (url) => fetch(url, { mode: "no-cors" }).then(String, String),
      elsewhere.origin,
    );
    elsewhere.close();
    expect(elsewhere.sent).toEqual([]);
    expect(sent).toContain("TypeError");
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").fill("canonical");
    await page.locator("site-search li a").first().waitFor();
  });
});

test("a page that did not come over HTTPS says that it cannot sign", async () => {
  const page = await browser.newPage();
  await page.route("http://docs.example/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${site.origin}${pathname}` }) });
  });
  await page.goto(`http://docs.example${path}`);
  await page.getByText("This page did not come over HTTPS").waitFor();
  expect(await page.getByLabel("URL", { exact: true }).isDisabled()).toBe(true);
  expect(await stage(page, "signature")).toBe(published);
});

test("its script is small, and loaded here alone", async () => {
  site.sent.length = 0;
  const page = await open();
  const scripts = site.sent.filter((file) => /Signing.*\.js$/.test(file.path));
  expect(scripts).toHaveLength(1);
  expect(scripts[0]?.bytes).toBeLessThan(5000);
  site.sent.length = 0;
  await page.goto(`${site.origin}/authentication/`, { waitUntil: "networkidle" });
  expect(site.sent.filter((file) => scripts.some(({ path }) => path === file.path))).toEqual([]);
});

// The one tool here that is not from npm.
const run = promisify(execFile);
const noCurl = await run("curl", ["--version"]).then(
  () => false,
  () => true,
);

test.skipIf(noCurl)("the line for curl is taken by who verifies signatures", async () => {
  await using server = await startServer(createEmulator(), { port: 0 });
  const page = await open();
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
