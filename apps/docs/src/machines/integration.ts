import type { AstroIntegration } from "astro";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { publicAddress, type Publication } from "./address.ts";
import { llmsFullTxt, llmsTxt, type PublishedPage } from "./llms.ts";
import { markdownOf } from "./markdown.ts";
import { readPage } from "./page.ts";
import { robotsTxt } from "./robots.ts";
import { fillSizes } from "./sizes.ts";

/** Makes of the pages, once they are built, what programs read: Markdown, lists of pages, rules for crawlers. */
export function machines(): AstroIntegration {
  let publication: Publication;
  return {
    name: "machines",
    hooks: {
      "astro:config:done": ({ config }) => {
        publication = config;
      },
      "astro:build:done": async ({ dir, pages, logger }) => {
        const start = performance.now();
        // The page for what is not there has no folder, and nobody asks for its Markdown.
        const paths = pages
          .map(({ pathname }) => pathname)
          .filter((path) => existsSync(new URL(`${path}index.html`, dir)));
        if (publication.site !== undefined) {
          const robots = robotsTxt(publicAddress("sitemap-index.xml", publication));
          await writeFile(new URL("robots.txt", dir), robots);
        }
        const published = await Promise.all(paths.map((path) => publish(path, dir, publication)));
        await writeLists(published, dir, publication);
        // A page tells the sizes of all files, so it is made again now that they are known.
        for (const [index, path] of paths.entries()) {
          if (await fillSizes(new URL(`${path}index.html`, dir), dir)) {
            published[index] = await publish(path, dir, publication);
          }
        }
        await writeLists(published, dir, publication);
        logger.info(`${paths.length} pages as Markdown in ${Math.round(performance.now() - start)}ms.`);
      },
    },
  };
}

/** Writes a page as Markdown beside its HTML. */
async function publish(path: string, dist: URL, publication: Publication): Promise<PublishedPage> {
  const page = readPage(path, await readFile(new URL(`${path}index.html`, dist), "utf8"));
  const markdown = await markdownOf(page, (href) => publicAddress(href, publication, path));
  await writeFile(new URL(`${path}index.md`, dist), markdown);
  return { ...page, address: publicAddress(path, publication), markdown };
}

async function writeLists(pages: PublishedPage[], dist: URL, publication: Publication): Promise<void> {
  const home = pages.find(({ path }) => path === "");
  if (home === undefined) throw new Error("The site has no first page");
  const translated = pages.filter(({ language }) => language !== home.language);
  const listed: [PublishedPage, ...PublishedPage[]] = [
    home,
    ...pages.filter((page) => page !== home && !translated.includes(page)),
  ];
  await writeFile(new URL("llms.txt", dist), llmsTxt(listed, translated, publication));
  await writeFile(new URL("llms-full.txt", dist), llmsFullTxt(listed));
}
