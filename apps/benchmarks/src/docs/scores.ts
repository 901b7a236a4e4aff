import { audit } from "../../../docs/test/audit.ts";
import type { Comparison, Contestant, Entry } from "../benchmark.ts";
import type { Served } from "../../../docs/test/server.ts";
import type { Documentation } from "./contestants.ts";

const categories = ["performance", "accessibility", "best-practices", "seo"];

/** What Lighthouse says of the page of each, in a browser that listens for it on a port. */
export async function* scores(
  port: number,
  published: { documentation: Documentation; site: Served }[],
): AsyncIterable<Comparison> {
  const found: [Contestant, Record<string, number>][] = [];
  for (const { documentation, site } of published) {
    const { folder: _, path, tryIt, ...contestant } = documentation;
    // It looks at a page as it is when it is loaded.
    if (tryIt !== undefined) continue;
    const { scores: ofPage } = await audit(site.origin + path, port, categories);
    found.push([contestant, ofPage]);
  }
  for (const category of categories) {
    yield {
      title: `Lighthouse: ${category}`,
      unit: { name: "points of 100", better: "more" },
      same: "the same browser looks at the pages of the tables before, as on a telephone",
      entries: found.map(([contestant, { [category]: score }]): Entry => {
        // None comes as 0, too: no page that was seen is as bad as that.
        if (!score) return { ...contestant, missing: "Lighthouse gives no score" };
        return { ...contestant, figures: [score] };
      }),
    };
  }
}
