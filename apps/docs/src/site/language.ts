import { translate } from "../contract/translation.ts";
import { en, type Phrase, type Words } from "../words/en.ts";
import { zhCN } from "../words/zh-CN.ts";
import { linksUnder, type Links } from "./links.ts";

/** A language that the site is read in. */
export interface Language {
  /** Its tag, such as `zh-CN`. */
  tag: string;
  /** Where its pages are: a folder, or nothing for the root of the site. */
  folder: string | undefined;
  /** The words of the interface. */
  words: Words;
  /** Where its pages are. */
  links: Links;
  say(phrase: Phrase): string;
}

const english = language("en", undefined, en);
const languages = [english, language("zh-CN", "zh-cn", zhCN)];

/** The language of a page, by what Astro calls its locale. */
export function languageOf(locale: string | undefined): Language {
  return languages.find(({ tag }) => tag === locale) ?? english;
}

/** The pages that a file in `pages/[...language]` makes: one for each language. */
export function eachLanguage(): { params: { language: string | undefined } }[] {
  return languages.map(({ folder }) => ({ params: { language: folder } }));
}

function language(tag: string, folder: string | undefined, words: Words): Language {
  const say = (phrase: Phrase) => (typeof phrase === "string" ? translate(phrase, tag) : phrase(words));
  return { tag, folder, words, links: linksUnder(folder), say };
}
