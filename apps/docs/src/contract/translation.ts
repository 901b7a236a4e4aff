import type { Phrase } from "../words/en.ts";
import { type Locale, locales } from "../words/locales.ts";
import { bundle, type Json } from "./bundle.ts";

const dictionaries = new Map(locales.map(({ tag, contract }) => [tag, dictionaryOf(contract as Json)]));

/** What a phrase says in a language: a text of the contract as its translation has it. */
export function say(phrase: Phrase, { tag, words }: Locale): string {
  return typeof phrase === "string" ? (dictionaries.get(tag)?.get(phrase) ?? phrase) : phrase(words);
}

/** Pairs the texts of the contract with those that stand at the same places of a translation. */
function dictionaryOf(translation: Json): Map<string, string> {
  const dictionary = new Map<string, string>();
  pair(bundle as unknown as Json, translation, dictionary);
  return dictionary;
}

function pair(text: Json, translated: Json | undefined, dictionary: Map<string, string>): void {
  if (typeof text === "string" && typeof translated === "string" && text !== translated) {
    if ((dictionary.get(text) ?? translated) !== translated) {
      throw new Error(
        `"${text}" is translated in two ways: let both places say the same, or differ in English`,
      );
    }
    dictionary.set(text, translated);
  } else if (typeof text === "object" && text !== null) {
    for (const [key, inner] of Object.entries(text)) {
      pair(inner, (translated as Record<string, Json> | undefined)?.[key], dictionary);
    }
  }
}
