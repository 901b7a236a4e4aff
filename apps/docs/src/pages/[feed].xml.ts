import rss from "@astrojs/rss";
import type { APIContext, GetStaticPaths } from "astro";
import { itemsOf } from "../releases/feed.ts";
import { releases } from "../releases/releases.ts";
import { linksUnder } from "../site/links.ts";

/** A feed holds whole addresses, so there is none when the origin of the site is not known. */
export const getStaticPaths: GetStaticPaths = () =>
  import.meta.env.SITE === undefined ? [] : [{ params: { feed: "changes" } }];

/** The releases of the contract, for programs that tell people of news. */
export async function GET({ site }: APIContext): Promise<Response> {
  const page = new URL(linksUnder(undefined).changes, site);
  return rss({
    title: "Changes of the contract",
    description: "What each release of the contract changed.",
    site: page,
    items: await itemsOf(releases, page),
  });
}
