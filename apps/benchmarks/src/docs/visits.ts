import type { Browser } from "playwright-core";
import type { Comparison, Entry, Unit } from "../benchmark.ts";
import type { Site } from "./compressed-server.ts";
import { contestants } from "./contestants.ts";
import { essentials, factsInWords } from "./facts.ts";
import { type Visit, visit } from "./visit.ts";

const fewerRequests =
  "Its page is one script and the contract, and says nothing until both are there. Ours says all in its HTML; styles and scripts, which other pages share, are files of their own.";

/** What each table is about. */
const tables: { figure: keyof Visit; title: string; unit: Unit; same?: string }[] = [
  {
    figure: "bytes",
    title: "What is sent until the operation is read",
    unit: { name: "KiB", better: "less" },
  },
  { figure: "scriptBytes", title: "What of that is JavaScript", unit: { name: "KiB", better: "less" } },
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
export async function* visits(browser: Browser, sites: Site[]): AsyncIterable<Comparison> {
  // At the same time: how long it takes is not asked.
  const visited = await Promise.allSettled(
    contestants.map(async ({ path, tryIt }, index) => visit(browser, sites[index]!, path, tryIt)),
  );
  for (const { figure, same, title, unit } of tables) {
    yield {
      title,
      unit,
      same: same ?? `all are sent compressed, and “${essentials.join("” and “")}” are in the page of each`,
      entries: visited.map((found, index): Entry => {
        const { fileAt: _, path: __, tryIt: ___, ...contestant } = contestants[index]!;
        return found.status === "rejected"
          ? { ...contestant, missing: String(found.reason).split("\n", 1)[0]! }
          : { ...contestant, figures: [found.value[figure]], ...reasonOf(figure) };
      }),
    };
  }
}

function reasonOf(figure: keyof Visit): { whenAhead?: string } {
  return figure === "requests" ? { whenAhead: fewerRequests } : {};
}
