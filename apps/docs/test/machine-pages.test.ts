import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import bundle from "@mpc-contract/openapi" with { type: "json" };
import { operations } from "../src/contract/operation.ts";
import { publicAddress } from "../src/machines/address.ts";
import { llmsTxt } from "../src/machines/llms.ts";
import { markdownOf } from "../src/machines/markdown.ts";
import { readPage } from "../src/machines/page.ts";
import { samplesOf } from "../src/samples/index.ts";
import { dist, pagesOf, says, textOf } from "./pages.ts";

const html = pagesOf(dist);
/** The pages that have a Markdown file: all but the one for what is not there. */
const folders = [...html.keys()]
  .filter((file) => file.endsWith("index.html"))
  .map((file) => file.slice(0, -"index.html".length));
const languageOf = (folder: string) => /<html lang="(.*?)"/.exec(html.get(`${folder}index.html`) ?? "")?.[1];
/** Those in the language of the first page. */
const firstFolders = folders.filter((folder) => languageOf(folder) === languageOf(""));
const read = (path: string) => readFileSync(join(dist, path), "utf8");
const markdown = (folder: string) => read(`${folder}index.md`);

describe("the Markdown of a page", () => {
  test.each(folders)("/%s leads to it, in its head and at its foot", (folder) => {
    const address = `/${folder}index.md`;
    expect(html.get(`${folder}index.html`)).toContain(
      `<link rel="alternate" type="text/markdown" href="${address}"`,
    );
    expect(html.get(`${folder}index.html`)).toContain(`<a href="${address}" type="text/markdown"`);
    expect(markdown(folder)).toMatch(/^# \S/);
  });

  test.each(folders)("/%s says in it every word that it shows", (folder) => {
    const [, main = ""] = /<main\b.*?>(.*)<footer\b/s.exec(html.get(`${folder}index.html`) ?? "") ?? [];
    const words = (text: string) => new Set(text.match(/[\p{L}\p{N}_]+/gu));
    const said = words(markdown(folder));
    // What is said once more for the eye, such as in plots, or is there for the hand: labels of tabs, dialogs, and what
    // leads here.
    const shown = words(
      textOf(
        main.replace(
          /<(dialog|label|button|select|svg)\b.*?<\/\1>|<a class="sl-anchor-link.*?<\/a>|<p class="as-markdown.*?<\/p>/gs,
          "",
        ),
      ),
    );
    expect(shown.size).toBeGreaterThan(10);
    expect([...shown].filter((word) => !said.has(word))).toEqual([]);
  });

  test("says everything of the contract that the pages say", () => {
    const said = folders.map(markdown).join("\n");
    const shown = [...html.values()].map(textOf).join("\n");
    const texts = new Set<string | number>();
    JSON.stringify(bundle, (key, value: unknown) => {
      if (["$ref", "openapi", "operationId"].includes(key)) return undefined;
      if (typeof value === "string" || typeof value === "number") texts.add(value);
      return value;
    });
    expect(texts.size).toBeGreaterThan(100);
    expect([...texts].filter((text) => says(shown, text) && !says(said, text))).toEqual([]);
  });

  test.each(operations)("has the samples of $id as they are, each under its name", (operation) => {
    for (const { label, language, code } of samplesOf(operation)) {
      expect(markdown(`reference/${operation.id}/`)).toMatch(
        new RegExp(
          `\\*\\*Request: ${label}\\*\\*\\n\\n(?:[^\`\\n]+\\n\\n)*${RegExp.escape(`\`\`\`${language}\n${code}\n\`\`\``)}`,
        ),
      );
    }
  });

  test.each(operations)("has a line for $id and for each of its parameters", (operation) => {
    const { id, method, path, parameters } = operation;
    const text = markdown(`reference/${id}/`);
    expect(text).toContain(`\n${method} \`${path}\` ${id}\n`);
    for (const { name, type, required } of parameters) {
      expect(text).toContain(`\n- \`${name}\`, ${type}${required ? ", required" : ""}\n\n  `);
    }
  });

  test("says what Starlight's tabs and notes show by their looks", async () => {
    const page = readPage(
      "guide/",
      `<main><starlight-tabs><ul role="tablist"><li><a role="tab" href="#p1">npm</a></li><li><a role="tab" href="#p2">pnpm</a></li></ul>
      <div role="tabpanel" id="p1"><p>One</p></div><div role="tabpanel" id="p2" hidden><p>Two</p></div></starlight-tabs>
      <aside class="starlight-aside" aria-label="Note"><p class="starlight-aside__title">Note</p><div class="starlight-aside__content"><p>Three, <a href="../errors/#a">there</a></p></div></aside></main>`,
    );
    const publication = { base: "/some/where" };
    expect(await markdownOf(page, (href) => publicAddress(href, publication, page.path))).toBe(
      "**npm**\n\nOne\n\n**pnpm**\n\nTwo\n\n> **Note**\n>\n> Three, [there](/some/where/errors/#a)\n",
    );
  });

  test("has the marks of its language", () => {
    for (const folder of folders.filter((folder) => languageOf(folder) === "zh-CN")) {
      const prose = markdown(folder).replaceAll(/^ *```.*?^ *```$|`[^`\n]+`|\]\(.*?\)/gms, "code");
      const lines = prose.split("\n").filter((line) => /\p{Script=Han}/u.test(line));
      expect(
        lines.filter((line) => /^[^\p{L}]*code:|\p{Script=Han}[:,]| \(\p{Script=Han}/u.test(line)),
      ).toEqual([]);
    }
  });

  test("has no HTML, no link to a place within itself and no empty link", () => {
    for (const folder of folders) {
      const prose = markdown(folder).replaceAll(/^ *```.*?^ *```$|`[^`\n]+`/gms, "code");
      expect(prose).not.toMatch(/<[a-z/]|\]\(#|\]\(\)|\[\]\(/);
    }
  });
});

describe("llms.txt", () => {
  const links = [...read("llms.txt").matchAll(/^- \[.+?\]\((.+?)\)/gm)].map(([, link = ""]) => link);

  test("begins with the title and what the site is about", () => {
    expect(read("llms.txt").startsWith(`# ${bundle.info.title}\n\n> ${bundle.info.summary}\n\n`)).toBe(true);
  });

  test("has every page once, in the order of the navigation, and every file", () => {
    const [, sidebar = ""] = /<ul class="top-level(.*?)<\/nav>/s.exec(html.get("index.html") ?? "") ?? [];
    const navigation = [...sidebar.matchAll(/<a href="(.*?)"/g)].map(([, href]) => `${href}index.md`);
    const pages = links.filter((link) => link.endsWith("/index.md"));
    expect(pages.toSorted()).toEqual(firstFolders.map((folder) => `/${folder}index.md`).toSorted());
    const grouped = pages.filter((page) => operations.some(({ id }) => page.includes(id)));
    expect(grouped).toEqual(navigation.filter((page) => grouped.includes(page)));
    expect(links.filter((link) => !existsSync(join(dist, link)))).toEqual([]);
  });

  test("says of other languages only where they begin", () => {
    const pageAt = (path: string, language: string) => ({
      ...readPage(path, `<html lang="${language}"><main><h1>${path}</h1></main></html>`),
      address: `/${path}`,
      markdown: "",
    });
    const translated = [pageAt("zh-cn/errors/", "zh-CN"), pageAt("zh-cn/", "zh-CN")];
    const list = llmsTxt([pageAt("", "en")], translated, { base: "/" });
    expect(list).toContain(" Other languages: [zh-CN](/zh-cn/index.md).\n");
    expect(list).not.toContain("zh-cn/errors/");
  });

  test("has a full version with every page whole, under its address", () => {
    for (const folder of firstFolders) {
      expect(read("llms-full.txt")).toContain(`Source: /${folder}\n\n${markdown(folder)}`);
    }
  });
});

test("a page lists the files with their sizes", () => {
  const rows = read("machines/index.html").split("<tr").slice(2);
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) {
    const [, path = ""] = /<a href="\/(.*?)"/.exec(row) ?? [];
    const [, size] = / (\d+) kB/.exec(textOf(row)) ?? [];
    expect(Math.abs(Number(size) - statSync(join(dist, path)).size / 1000)).toBeLessThanOrEqual(1);
  }
});

test("without an origin there is nothing that needs one", () => {
  const files = ["robots.txt", "sitemap-index.xml", "sitemap-0.xml"];
  expect(files.filter((file) => existsSync(join(dist, file)))).toEqual([]);
  for (const file of files) expect(read("machines/index.html")).not.toContain(file);
});
