import { audit } from "../../../docs/test/audit.ts";
import type { Comparison, Contestant, Entry } from "../benchmark.ts";
import type { Site } from "./compressed-server.ts";
import { contestants } from "./contestants.ts";

const categories = ["performance", "accessibility", "best-practices", "seo"];

/** What Lighthouse says of the page of each, in a browser that listens for it on a port. */
export async function* scores(port: number, sites: Site[]): AsyncIterable<Comparison> {
  const found: [Contestant, Record<string, number>][] = [];
  for (const [index, { fileAt: _, path, tryIt, ...contestant }] of contestants.entries()) {
    // It looks at a page as it is when it is loaded.
    if (tryIt !== undefined) continue;
    const { scores: ofPage } = await audit(sites[index]!.origin + path, port, categories);
    found.push([contestant, ofPage]);
  }
  for (const category of categories) {
    yield {
      title: `Lighthouse: ${category}`,
      unit: { name: "of 100 points", better: "more" },
      same: "the same browser looks at the pages of the tables before, as on a telephone",
      entries: found.map(([contestant, { [category]: score }]): Entry => {
        if (score === undefined) return { ...contestant, missing: "Lighthouse gives no score" };
        return { ...contestant, figures: [score] };
      }),
    };
  }
}
