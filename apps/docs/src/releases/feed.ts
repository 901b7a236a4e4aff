import type { RSSFeedItem } from "@astrojs/rss";
import { block, withoutMarks } from "../site/markdown.ts";
import { english } from "../site/language.ts";
import { nearestTo } from "../site/places.ts";
import { byEffect, effectOf } from "./effect.ts";
import type { Release } from "./releases.ts";

/** The ID of a release on the page of all. */
export function idOf({ version }: Release): string {
  return `v${version}`;
}

/** The items of the feed, one a release. `page` is the address of the page that shows them all. */
export function itemsOf(releases: Release[], page: URL): Promise<RSSFeedItem[]> {
  return Promise.all(
    releases.map(async (release) => ({
      title: `Version ${release.version}`,
      pubDate: new Date(release.date),
      link: new URL(`#${idOf(release)}`, page).href,
      description: release.words.map(withoutMarks).join(" "),
      content: await block(markdownOf(release)),
    })),
  );
}

function markdownOf({ words, changes }: Release): string {
  const list = byEffect(changes).map((change) => {
    const { subject } = nearestTo(change.place.slice(1));
    return `- ${effectOf(change)}, ${english.say(subject)}: ${change.message}`;
  });
  return [...words, list.join("\n")].join("\n\n");
}
