import { addressOf, type Place } from "./address.ts";
import { artefacts } from "./artefacts.ts";
import { navigationOf, type BuiltPage } from "./page.ts";

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
  place: Place,
): string {
  const [home] = pages;
  const { title, description } = home;
  const all = `[llms-full.txt](${addressOf("llms-full.txt", place)}) holds them all.`;
  return [
    `# ${title}`,
    `> ${description}`,
    `Each page is there as Markdown: \`index.md\` after its address. ${all}${elsewhere(translated)}`,
    ...sectionsOf(pages, home, place).map(({ label, lines }) => `## ${label}\n\n${lines.join("\n")}`),
    `## Files\n\n${filesOf(place).join("\n")}\n`,
  ].join("\n\n");
}

/** All pages, each under its address. */
export function llmsFullTxt(pages: PublishedPage[]): string {
  return pages.map(({ address, markdown }) => `Source: ${address}\n\n${markdown}`).join("\n---\n\n");
}

/** The pages as the navigation has them, and then those that it does not have. */
function sectionsOf(
  pages: PublishedPage[],
  home: PublishedPage,
  place: Place,
): { label: string; lines: string[] }[] {
  const navigation = navigationOf(home);
  const groups = [
    // What stands outside of all groups, together.
    {
      label: "The site",
      links: navigation.filter(({ label }) => label === undefined).flatMap(({ links }) => links),
    },
    ...navigation.filter(({ label }) => label !== undefined),
  ].map(({ label = "", links }) => ({ label, addresses: links.map((link) => addressOf(link, place)) }));
  const grouped = new Set(groups.flatMap(({ addresses }) => addresses));
  const others = pages.map(({ address }) => address).filter((address) => !grouped.has(address));
  return [...groups, { label: "Other pages", addresses: others }]
    .map(({ label, addresses }) => ({
      label,
      lines: addresses.flatMap((wanted) => pages.filter(({ address }) => address === wanted)).map(lineOf),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function lineOf({ title, address, description }: PublishedPage): string {
  return `- [${title}](${address}index.md)${description === "" ? "" : `: ${description}`}`;
}

function filesOf(place: Place): string[] {
  return artefacts
    .filter(({ path, forCrawlers = false }) => !path.startsWith("llms") && !forCrawlers)
    .map(({ path, title, use }) => `- [${title}](${addressOf(path, place)}): ${use}`);
}

/** Where the other languages are: the first page of each. */
function elsewhere(translated: PublishedPage[]): string {
  const firsts = translated.filter(
    ({ language, path }) => path.toLowerCase() === `${language.toLowerCase()}/`,
  );
  const links = firsts.map(({ language, address }) => `[${language}](${address}index.md)`);
  return links.length === 0 ? "" : ` Other languages: ${links.join(", ")}.`;
}
