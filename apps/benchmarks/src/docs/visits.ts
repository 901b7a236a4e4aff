import type { Browser } from "playwright-core";
import type { Comparison, Entry, Unit } from "../benchmark.ts";
import type { Served } from "../../../docs/test/server.ts";
import type { Documentation } from "./contestants.ts";
import { essentials, factsInWords } from "./facts.ts";
import { type Visit, visit } from "./visit.ts";

const fewerRequests =
  "Its page is one script and the contract, and says nothing until both are there. Ours says all in its HTML; styles and scripts, which other pages share, are files of their own.";

/** What each table is about. */
const tables: { figure: keyof Visit; title: string; unit: Unit; same?: string }[] = [
  {
    figure: "size",
    title: "What is sent until the operation is read",
    unit: { name: "KiB", better: "less" },
  },
  { figure: "scriptSize", title: "What of that is JavaScript", unit: { name: "KiB", better: "less" } },
  { figure: "requests", title: "Requests until then", unit: { name: "requests", better: "less" } },
  {
    figure: "foreign",
    title: "Requests to other origins until then, which get nowhere",
    unit: { name: "requests", better: "less" },
  },
  {
    figure: "facts",
    title: "Facts of the operation in the page",
    unit: { name: "facts", better: "more" },
    same: `looked for are ${factsInWords}, in what the page holds once it is there`,
  },
  {
    figure: "factsWithoutScripts",
    title: "Facts of the operation in the HTML, without JavaScript",
    unit: { name: "facts", better: "more" },
    same: `looked for are ${factsInWords}, in the text of the HTML as it is sent`,
  },
];

/** What a browser that has nothing yet is sent, and what is in the page then. All of it is counted, once. */
export async function* visits(
  browser: Browser,
  published: { documentation: Documentation; site: Served }[],
): AsyncIterable<Comparison> {
  // At the same time: how long it takes is not asked.
  const found = await Promise.allSettled(
    published.map(async ({ documentation, site }) => visit(browser, site, documentation)),
  );
  for (const { figure, same, title, unit } of tables) {
    yield {
      title,
      unit,
      counted: true,
      same: same ?? `all are sent compressed, and “${essentials.join("” and “")}” are in the page of each`,
      entries: found.map((visited, index): Entry => {
        const { folder: _, path: __, tryIt: ___, ...contestant } = published[index]!.documentation;
        if (visited.status === "rejected")
          return { ...contestant, missing: String(visited.reason).split("\n", 1)[0]! };
        const reason = figure === "requests" ? { whenAhead: fewerRequests } : {};
        return { ...contestant, figures: [visited.value[figure]], ...reason };
      }),
    };
  }
}
