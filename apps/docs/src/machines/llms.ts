import { navigation, pathOf } from "../site/navigation.ts";
import { publicAddress, type Publication } from "./address.ts";
import { artefacts } from "./artefacts.ts";
import type { BuiltPage } from "./page.ts";

/** A page, where it is, and what it says. */
export interface PublishedPage extends BuiltPage {
  address: string;
  markdown: string;
}

/**
 * The list of pages, in the form of llmstxt.org.
 *
 * @param pages The pages in the first language, the first page first.
 * @param translated Those in other languages.
 */
export function llmsTxt(
  pages: [PublishedPage, ...PublishedPage[]],
  translated: PublishedPage[],
  publication: Publication,
): string {
  const [home] = pages;
  const { title, description } = home;
  const all = `[llms-full.txt](${publicAddress("llms-full.txt", publication)}) holds them all.`;
  return [
    `# ${title}`,
    `> ${description}`,
    `Each page is there as Markdown: \`index.md\` after its address. ${all}${elsewhere(translated)}`,
    ...sectionsOf(pages).map(({ label, lines }) => `## ${label}\n\n${lines.join("\n")}`),
    `## Files\n\n${filesOf(publication).join("\n")}\n`,
  ].join("\n\n");
}

/** All pages, each under its address. */
export function llmsFullTxt(pages: PublishedPage[]): string {
  return pages.map(({ address, markdown }) => `Source: ${address}\n\n${markdown}`).join("\n---\n\n");
}

/** The pages as the navigation has them, and then those that it does not have. */
function sectionsOf(pages: PublishedPage[]): { label: string; lines: string[] }[] {
  const groups = [
    // What stands outside of all groups, together.
    { label: "The site", paths: navigation.flatMap((entry) => ("items" in entry ? [] : [pathOf(entry)])) },
    ...navigation.flatMap((entry) =>
      "items" in entry ? [{ label: entry.label, paths: entry.items.map(pathOf) }] : [],
    ),
  ];
  const grouped = new Set(groups.flatMap(({ paths }) => paths));
  const others = pages.map(({ path }) => path).filter((path) => !grouped.has(path));
  return [...groups, { label: "Other pages", paths: others }]
    .map(({ label, paths }) => ({
      label,
      lines: paths.flatMap((wanted) => pages.filter(({ path }) => path === wanted)).map(lineOf),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function lineOf({ title, address, description }: PublishedPage): string {
  return `- [${title}](${address}index.md)${description === "" ? "" : `: ${description}`}`;
}

function filesOf(publication: Publication): string[] {
  return artefacts
    .filter(({ path, forCrawlers = false }) => !path.startsWith("llms") && !forCrawlers)
    .map(({ path, title, use }) => `- [${title}](${publicAddress(path, publication)}): ${use}`);
}

/** Where the other languages are: the first page of each. */
function elsewhere(translated: PublishedPage[]): string {
  const firsts = translated.filter(
    ({ language, path }) => path.toLowerCase() === `${language.toLowerCase()}/`,
  );
  const links = firsts.map(({ language, address }) => `[${language}](${address}index.md)`);
  return links.length === 0 ? "" : ` Other languages: ${links.join(", ")}.`;
}
