import { translate } from "../contract/translation.ts";
import { en, type Phrase, type Words } from "../words/en.ts";
import { zhCN } from "../words/zh-CN.ts";
import { linksUnder, type Links } from "./links.ts";

/** A language that the site is read in. */
export interface Language {
  /** Its tag, such as `zh-CN`. */
  tag: string;
  /** Its name, in itself. */
  name: string;
  /** Where its pages are: a folder, or nothing for the root of the site. */
  folder: string | undefined;
  /** The words of the interface. */
  words: Words;
  /** Where its pages are. */
  links: Links;
  say(phrase: Phrase): string;
}

export const english = language("en", "English", undefined, en);
export const languages: [Language, ...Language[]] = [english, language("zh-CN", "中文", "zh-cn", zhCN)];

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

function language(tag: string, name: string, folder: string | undefined, words: Words): Language {
  const say = (phrase: Phrase) => (typeof phrase === "string" ? translate(phrase, tag) : phrase(words));
  return { tag, name, folder, words, links: linksUnder(folder), say };
}
