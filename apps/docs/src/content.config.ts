import { docsLoader, i18nLoader } from "@astrojs/starlight/loaders";
import { docsSchema, i18nSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro:content";

export const collections = {
  // Pages written by hand. What the contract says is not written here but read from it, in `src/pages`.
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  // Words of Starlight that are better said otherwise. Those of this site are in `src/words`.
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
