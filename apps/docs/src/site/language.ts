import { say } from "../contract/translation.ts";
import type { Phrase } from "../words/en.ts";
import { type Locale, locales } from "../words/locales.ts";
import { linksUnder, type Links } from "./links.ts";

/** A language, as a page of it needs it. */
export interface Language extends Locale {
  /** Where its pages are. */
  links: Links;
  say(phrase: Phrase): string;
}

const [first, ...others] = locales;

export const english = language(first);
export const languages: [Language, ...Language[]] = [english, ...others.map(language)];

/** The language of a page, by what Astro calls its locale. */
export function languageOf(locale: string | undefined): Language {
  return languages.find(({ tag }) => tag === locale) ?? english;
}

/** The pages that a file in `pages/[...language]` makes: one for each language. */
export function eachLanguage(): { params: { language: string | undefined } }[] {
  return languages.map(({ folder }) => ({ params: { language: folder } }));
}

/** The path of a page in another language. Every page is there in each, but that for what is nowhere. */
export function pathIn({ links }: Language, pathname: string): string {
  if (pathname.endsWith("/404/")) return links.home;
  const found = languages.findLast(({ links }) => pathname.startsWith(links.home)) ?? english;
  return links.page(pathname.slice(found.links.home.length));
}

function language(locale: Locale): Language {
  return { ...locale, links: linksUnder(locale.folder), say: (phrase) => say(phrase, locale) };
}
