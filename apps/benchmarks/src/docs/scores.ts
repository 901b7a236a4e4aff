import { audit } from "../../../docs/test/audit.ts";
import type { Comparison } from "../benchmark.ts";
import type { Served } from "../../../docs/test/server.ts";
import { takeTurnsOf } from "../measure/several-figures.ts";
import type { Documentation } from "./contestants.ts";

const performance = "performance";
const categories = [performance, "accessibility", "best-practices", "seo"];

/** What Lighthouse says of the page of each, in turns, in a browser that listens for it on a port. */
export async function* scores(
  port: number,
  published: { documentation: Documentation; site: Served }[],
): AsyncIterable<Comparison> {
  // It looks at a page as it is when it is loaded.
  const looked = published.filter(({ documentation }) => documentation.tryIt === undefined);
  const entriesOf = await takeTurnsOf(
    looked.map(({ documentation: { folder: _, path, ...contestant }, site }) => ({
      ...contestant,
      measure: async () => scoresOf(site.origin + path, port),
    })),
    2,
    0,
  );
  for (const category of categories) {
    yield {
      title: `Lighthouse: ${category}`,
      unit: { name: "points of 100", better: "more" },
      same: "the same browser looks at the pages of the tables before, as on a telephone",
      // The other points are of what a page has, not of how long it takes.
      ...(category !== performance && { counted: true as const }),
      entries: entriesOf(category),
    };
  }
}

/** Its scores, asked for once more where one is missing, as at times one is of a page that is slow. */
async function scoresOf(url: string, port: number, attempts = 2): Promise<Record<string, number>> {
  const { scores } = await audit(url, port, categories);
  // None comes as 0, too: no page that was seen is as bad as that.
  const none = categories.find((category) => !scores[category]);
  if (none === undefined) return scores;
  if (attempts === 1) throw new Error(`Lighthouse gives no score for ${none}`);
  return scoresOf(url, port, attempts - 1);
}
