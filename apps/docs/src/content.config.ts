import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro:content";

// Pages written by hand. What the contract says is not written here but read from it, in `src/pages`.
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
