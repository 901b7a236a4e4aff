import type { Benchmark, Comparison, Effort, Entry } from "../benchmark.ts";
import { bundleClients } from "../clients/bundled-clients.ts";
import { entriesBy } from "../measure/entries-by.ts";
import { takeTurns } from "../measure/take-turns.ts";
import { pageSize } from "../service/page.ts";
import { type Service, startService } from "../service/service.ts";
import { type Client, startClients } from "./clients.ts";
import { seeSameWork } from "./same-work.ts";

export const benchmark: Benchmark = {
  title: "Requests",
  question: `How many pages of ${pageSize} tasks a second does a client bring, and at what cost in time and memory, beside other clients whose requests are signed, too, and beside a bare fetch?`,
  run,
};

async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  await bundleClients();
  const service = await startService(1);
  const clients = startClients(service.endpoint);
  try {
    const target = await seeSameWork(clients, service);
    const same = `all ask for ${target} and give the same ${pageSize} tasks, and an emulator lets in those with credentials`;
    // All are warm before any is measured, for however many at a time.
    for (const { process } of quick ? [] : clients)
      await process.obey("askFor", { atATime: 16, before: 0, milliseconds: 500 });
    for (const atATime of [1, 16, 256]) {
      const { microseconds, rates } = await measureRates(clients, service, atATime, quick);
      yield {
        title: `Pages, ${atATime} at a time`,
        unit: { name: "pages a second", better: "more" },
        same: `${same}; the service counts as many requests as they do`,
        entries: rates,
      };
      if (atATime !== 16) continue;
      yield {
        title: `Time of the processor, ${atATime} at a time`,
        unit: { name: "µs a page", better: "less" },
        same: "they are the pages of the table before",
        entries: microseconds,
      };
    }
    yield {
      title: "Memory that is allocated, and is garbage soon after",
      unit: { name: "KiB a page", better: "less" },
      same,
      entries: await countAllocations(clients, quick ? 20 : 300),
    };
  } finally {
    for (const { process } of clients) process.end();
    service.end();
  }
}

async function measureRates(
  clients: Client[],
  service: Service,
  atATime: number,
  quick: boolean,
): Promise<{ rates: Entry[]; microseconds: Entry[] }> {
  const spent = new Map(clients.map(({ name }) => [name, [] as number[]]));
  const rates = await takeTurns(
    clients.map(({ by, load: _, process, ...contestant }) => ({
      ...contestant,
      async measure() {
        const before = quick ? 0 : atATime;
        const earlier = await service.asked();
        const run = await process.obey("askFor", { atATime, before, milliseconds: quick ? 10 : 200 });
        const asked = await service.asked();
        const sent = before + run.requests;
        const signed = by === "signature" ? sent : 0;
        if (asked.requests - earlier.requests !== sent || asked.signed - earlier.signed !== signed)
          throw new Error("the service counted other requests than it did");
        spent.get(contestant.name)!.push((run.processorSeconds * 1_000_000) / run.requests);
        return run.requests / run.seconds;
      },
    })),
    quick ? 1 : 6,
    0,
  );
  return { rates, microseconds: entriesBy(rates, spent) };
}

/** What is counted is the same whatever else goes on, so that all can count at once. */
async function countAllocations(clients: Client[], times: number): Promise<Entry[]> {
  const whenAhead =
    "It hands out what JSON.parse gave; ours gives the ID and the times of each task as text, whatever came.";
  return Promise.all(
    clients.map(async ({ by: _, load: __, process, ...contestant }) => {
      const bytes = await process.obey("allocate", { times });
      return { ...contestant, whenAhead, figures: [bytes / 1024] };
    }),
  );
}
