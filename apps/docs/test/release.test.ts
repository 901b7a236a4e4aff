import { execFile } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadDocument, mutationsOf } from "@mpc-contract/testing";
import { readReport } from "../src/measured/mutation.ts";
import type { Release } from "../src/releases/releases.ts";
import { launchBrowser } from "./browser.ts";
import { build } from "./build.ts";
import { pagesOf, partAt, textOf } from "./pages.ts";
import { serve } from "./server.ts";
import { copyWorkspace, root } from "./workspace.ts";

const run = promisify(execFile);
const base = "/some/where";
const site = "https://docs.example";
const folder = mkdtempSync(join(tmpdir(), "release-"));
const dist = join(folder, "site");
const file = (path: string) => join(folder, path);
const read = (path: string) => readFileSync(file(path), "utf8");

let pages: Map<string, string>;

/** The page at a path. */
function page(path: string): string {
  const html = pages.get(`${path}index.html`);
  if (html === undefined) throw new Error(`There is no page /${path}`);
  return html;
}

// A copy of the repository in which a release is made, and the site of it, which knows its origin.
beforeAll(async () => {
  copyWorkspace(folder);
  const size = "openapi/components/parameters/Size.yaml";
  writeFileSync(file(size), read(size).replace("maximum: 100", "maximum: 90"));
  const changeset = '---\n"@mpc-contract/openapi": minor\n---\n\nA page holds *fewer* tasks.\n';
  writeFileSync(file(".changeset/fewer.md"), changeset);

  const { HOME, PATH } = process.env;
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  await run("sh", ["-ec", scripts["record-release"] ?? ""], {
    cwd: folder,
    env: { HOME, PATH: `${root}node_modules/.bin:${PATH}` },
  });
  // The rest of a release: what was released is what comes next measured by.
  const released = await loadDocument(file("openapi/openapi.yaml"));
  writeFileSync(file("openapi/released/0.1.0.json"), JSON.stringify(released.root));

  writeFileSync(file("openapi/dist/mutation.json"), mutationReport([...mutationsOf(released.root)]));
  mkdirSync(file("apps/benchmarks/plots"), { recursive: true });
  const plot = `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path stroke="currentColor" d="M0 0h9"/></svg>`;
  writeFileSync(file("apps/benchmarks/plots/speed.svg"), plot);
  const results =
    "# Results\n\n## Speed\n\n![Calls a second](plots/speed.svg)\n\n| a | b |\n| - | - |\n| 1 | 2 |\n";
  writeFileSync(file("apps/benchmarks/RESULTS.md"), results);

  await build(dist, { DOCS_SITE: site, DOCS_BASE: base, DOCS_WORKSPACE: folder });
  pages = pagesOf(dist);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A report in which the first fault went unnoticed. */
function mutationReport(faults: { kind: string; place: string; what: string }[]): string {
  const mutants = faults.map(({ kind, place, what }, index) => ({
    kind,
    contract: place,
    what,
    ...(index === 0 ? { result: "survived" } : { result: "killed", by: "exchange", exchange: "some" }),
  }));
  return JSON.stringify({ score: 1 - 1 / mutants.length, mutants });
}

describe("a release of the contract", () => {
  test("is written down: its number, its words, and each change", () => {
    const [release, ...others] = JSON.parse(read("openapi/changelog.json")) as [Release, ...Release[]];
    expect(release.version).toBe("0.1.0");
    expect(read("openapi/openapi.yaml")).toContain(`\n  version: ${release.version}\n`);
    expect(release.words).toContain("A page holds *fewer* tasks.");
    expect(release.changes).toContainEqual({
      place: "#/components/parameters/Size/schema/maximum",
      message: "Upper bound changed from '<= 100' to '<= 90'.",
      step: "major",
      correction: false,
    });
    expect(others).toEqual([]);
  });

  test("has a section on the page of changes, with a link to each place", () => {
    const html = page("changes/");
    expect(textOf(html)).toContain("The contract is as version 0.1.0 has it.");
    const section = partAt(html, "v0.1.0") ?? "";
    expect(section).toContain("A page holds <em>fewer</em> tasks.");
    expect(section).toContain(`<a href="${base}/reference/listEncryptionTasks/#query.size"`);
    expect(textOf(section)).toMatch(/breaking\s+Size\s*:\s+Upper bound changed/);
  });

  test("is an item of the feed, with whole addresses, and every page says where the feed is", () => {
    const xml = readFileSync(join(dist, "changes.xml"), "utf8");
    expect(XMLValidator.validate(xml)).toBe(true);
    const { rss } = new XMLParser({ ignoreAttributes: false }).parse(xml) as {
      rss: { "@_version": string; channel: { link: string; item: Record<string, unknown> } };
    };
    const address = `${site}${base}/changes/`;
    expect(rss["@_version"]).toBe("2.0");
    expect(rss.channel.link).toBe(address);
    expect(rss.channel.item).toMatchObject({ title: "Version 0.1.0", link: `${address}#v0.1.0` });
    expect(rss.channel.item["description"]).toContain("A page holds fewer tasks.");
    expect(rss.channel.item["content:encoded"]).toContain("<li>breaking, Size: Upper bound changed");
    const { date } = (JSON.parse(read("openapi/changelog.json")) as Release[])[0] ?? {};
    expect(new Date(String(rss.channel.item["pubDate"])).toISOString()).toMatch(`${date}T`);
    const link = `<link rel="alternate" type="application/rss+xml" title="Changes of the contract" href="${base}/changes.xml"`;
    for (const html of pages.values()) expect(html).toContain(link);
  });
});

describe("a site that knows its origin", () => {
  const address = `${site}${base}/`;
  const built = (path: string) => readFileSync(join(dist, path), "utf8");

  test("has a sitemap of every page, which robots.txt leads to", () => {
    const locations = (path: string) =>
      [...built(path).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = ""]) => url);
    expect(built("robots.txt")).toContain(`\nSitemap: ${address}sitemap-index.xml\n`);
    expect(locations("sitemap-index.xml")).toEqual([`${address}sitemap-0.xml`]);
    const found = [...pages.keys()].filter((path) => path !== "404.html");
    expect(locations("sitemap-0.xml").toSorted()).toEqual(
      found.map((path) => `${address}${path.replace(/index\.html$/, "")}`).toSorted(),
    );
    expect(page("machines/")).toContain(`href="${base}/sitemap-index.xml"`);
  });

  test("says of each page where it is, and of the one for what is nowhere that it is not to be found", () => {
    const head = (path: string) => built(path).split("</head>", 1)[0] ?? "";
    expect(head("errors/index.html")).toContain(`<link rel="canonical" href="${address}errors/"`);
    expect(head("404.html")).toContain('<meta name="robots" content="noindex"');
    expect(head("404.html")).not.toMatch(/canonical|og:url|hreflang/);
    expect(head("errors/index.html")).not.toContain("noindex");
  });

  test("has its links in full where it is read as text", () => {
    for (const path of ["llms.txt", "llms-full.txt", "index.md", "errors/index.md"]) {
      const links = [...built(path).matchAll(/\]\((.+?)\)/g)].map(([, link = ""]) => link);
      expect(links.filter((link) => !link.startsWith("https://"))).toEqual([]);
    }
    expect(built("llms.txt")).toContain(`(${address}reference/`);
  });
});

describe("how well the contract is tested", () => {
  test("every part stands on the page, as often as the command counts it", async () => {
    const report = file("coverage.json");
    const command = file("packages/testing/dist/cli/main.js");
    const ending = run(
      process.execPath,
      [command, "coverage", "--floor", "0", "--json", report, ...exchanges()],
      {
        cwd: folder,
      },
    );
    // Some exchanges ask for a page larger than it now may be.
    await expect(ending).rejects.toMatchObject({ code: 1 });
    type Item = { label: string; kept?: number; broken?: number };
    const { items } = JSON.parse(readFileSync(report, "utf8")) as { items: Item[] };
    const rows = [...page("coverage/").matchAll(/<tr.*?<\/tr>/gs)]
      .map(([row]) => [...row.matchAll(/<td.*?<\/td>/gs)].map(([cell]) => textOf(cell).trim()))
      .filter((cells) => cells.length > 0);
    const times = (count?: number) => (count === undefined ? "–" : count === 0 ? "never" : String(count));
    const wanted = items.map(({ label, kept, broken }) => [label, times(kept), times(broken)]);
    const sorted = (some: string[][]) => some.map((cells) => cells.join(" ")).toSorted();
    expect(sorted(rows.map(([label = "", , kept = "", broken = ""]) => [label, kept, broken]))).toEqual(
      sorted(wanted),
    );
  });

  test("a fault that was not noticed is named", () => {
    const text = textOf(page("coverage/"));
    const [unnoticed] = mutants();
    expect(text).toContain(`The exchanges notice ${mutants().length - 1} of ${mutants().length} faults`);
    expect(text.slice(text.indexOf("Not noticed"))).toContain(unnoticed?.what);
  });

  test("faults of another contract are none of this one", () => {
    const other = file("other.json");
    writeFileSync(other, JSON.stringify({ score: 1, mutants: mutants().slice(1) }));
    expect(readReport(other)).toBeUndefined();
    expect(readReport(file("no-such.json"))).toBeUndefined();
  });

  function mutants(): { what: string }[] {
    return (JSON.parse(read("openapi/dist/mutation.json")) as { mutants: { what: string }[] }).mutants;
  }

  function exchanges(): string[] {
    return ["valid", "invalid"].flatMap((kind) =>
      globSync(`openapi/examples/${kind}/*.yaml`, { cwd: folder }),
    );
  }
});

describe("the benchmarks", () => {
  test("have a page when there are results, and a link to it", () => {
    expect(textOf(page("benchmarks/"))).toContain("Speed");
    expect(page("benchmarks/")).toContain('<a href="#speed"');
    expect(page("")).toContain(`href="${base}/benchmarks/"`);
  });

  test("a plot is drawn in the colour of the theme", async () => {
    const [served, browser] = await Promise.all([serve(dist, base), launchBrowser(inject("browserPath"))]);
    try {
      const tab = await browser.newPage();
      await tab.goto(`${served.origin}${base}/benchmarks/`);
      const line = tab.getByRole("img", { name: "Calls a second" }).locator("path");
      const strokes: string[] = [];
      for (const theme of ["light", "dark"]) {
        const stroke = await line.evaluate((path, theme) => {
          document.documentElement.dataset["theme"] = theme;
          return getComputedStyle(path).stroke;
        }, theme);
        strokes.push(stroke);
      }
      expect(new Set(strokes).size).toBe(2);
    } finally {
      await browser.close();
      served.close();
    }
  });
});
