import fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { signRequest } from "@mpc-contract/client/sign";
import { formatDate, parseDate } from "../src/signing/date.ts";
import type { Typed } from "../src/signing/explain.ts";
import { useBuiltSite } from "./built-site.ts";
import { open, published, stage, type } from "./signing-page.ts";

const used = useBuiltSite();

describe("the vendor's example", () => {
  test("is there without JavaScript", async () => {
    const page = await open(used, { javaScriptEnabled: false });
    expect(await stage(page, "signature")).toBe(published);
    expect(await page.getByLabel("URL", { exact: true }).isDisabled()).toBe(true);
  });

  test("is there with it, in the same place", async () => {
    const viewport = { width: 390, height: 900 };
    const layout = async (page: Page) => [
      await page.locator("[data-says]").textContent(),
      ...(await page
        .locator("signing-steps :is(.field, .part)")
        .evaluateAll((places) => places.map(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]))),
    ];
    const page = await open(used, { viewport });
    await expect.poll(() => page.getByLabel("URL", { exact: true }).isEnabled()).toBe(true);
    expect(await stage(page, "signature")).toBe(published);
    expect(await stage(page, "authorization")).toMatch(new RegExp(`, Signature=${published}$`));
    const without = await open(used, { viewport, javaScriptEnabled: false });
    expect(await layout(page)).toEqual(await layout(without));
  });

  test("comes back", async () => {
    const page = await open(used);
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

test("what is typed is signed as the client signs it", async () => {
  const page = await open(used);
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
  const page = await open(used);
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
  const page = await open(used);
  const status = page.locator("signing-steps [role=status]");
  await page.getByLabel("Body").pressSequentially("{}");
  expect(await status.textContent()).toBe("");
  await expect.poll(() => status.textContent()).toMatch(/^A GET request has no body\./);
  await page.getByLabel("Method").selectOption("POST");
  const begins = /^The signature begins with [0-9a-f]{8}\.$/;
  await expect.poll(() => status.textContent()).toMatch(begins);
});

describe("what another program has, beside what is right", () => {
  async function verdict(page: Page, theirs: string): Promise<string> {
    await page.getByLabel("Compare with what you have").fill(theirs);
    await expect.poll(() => page.locator("[data-verdict] p").count()).toBe(1);
    return (await page.locator("[data-verdict] p").textContent()) ?? "";
  }

  test("the first line that differs is shown, and its part marked", async () => {
    const page = await open(used);
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
    const page = await open(used);
    const right = await stage(page, "canonicalRequest");
    const same = "Canonical request: the same, to the last character.";
    expect(await verdict(page, right.replaceAll("\n", "\\n"))).toBe(same);
    const said = `{"error_msg":"verify signature fail, canonicalRequest:${right.replaceAll("\n", "|")}","error_code":"X"}`;
    expect(await verdict(page, said)).toBe(same);
  });

  test("the later stages are known by the scheme", async () => {
    const page = await open(used);
    const [toSign, authorization] = [await stage(page, "stringToSign"), await stage(page, "authorization")];
    expect(await verdict(page, toSign.replace("2019", "2020"))).toBe(
      "String to sign: line 2, DATE, is the first that differs.",
    );
    expect(await verdict(page, `Authorization: ${authorization}`)).toBe(
      "Authorization: the same, to the last character.",
    );
  });
});
