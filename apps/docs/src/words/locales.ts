import english from "@mpc-contract/openapi" with { type: "json" };
import chinese from "@mpc-contract/openapi/zh-CN.json" with { type: "json" };
import { en, type Words } from "./en.ts";
import { zhCN } from "./zh-CN.ts";

/** A language that the site is read in. */
export interface Locale {
  /** Its tag, such as `zh-CN`. */
  tag: string;
  /** Its name, in itself. */
  name: string;
  /** Where its pages are: a folder, or nothing for the root of the site. */
  folder: string | undefined;
  /** The words of the interface. */
  words: Words;
  /** The contract in its words. */
  contract: object;
}

/** The languages of the site; the first is that of the contract. */
export const locales: [Locale, ...Locale[]] = [
  { tag: "en", name: "English", folder: undefined, words: en, contract: english },
  { tag: "zh-CN", name: "中文", folder: "zh-cn", words: zhCN, contract: chinese },
];
