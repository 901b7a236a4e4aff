import type { Benchmark, Comparison, Effort, Entry } from "../benchmark.ts";
import { bundleClients } from "../clients/bundled-clients.ts";
import { entriesBy } from "../measure/entries-by.ts";
import { roundsForInterval } from "../measure/spread.ts";
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

/** How many rounds there are of each number of requests at a time. */
const rounds = 15;

async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  await bundleClients();
  const service = await startService(1);
  const clients = startClients(service.endpoint);
  try {
    const target = await seeSameWork(clients, service);
    const same = `all ask for ${target} and give the same ${pageSize} tasks, and an emulator lets in those with credentials`;
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
      entries: await measureAllocations(clients, quick),
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
  // All are warm for so many at a time before any is measured.
  for (const { process } of quick ? [] : clients)
    await process.obey("askFor", { atATime, before: 0, milliseconds: 300 });
  const rates = await takeTurns(
    clients.map(({ by, load: _, process, ...contestant }) => ({
      ...contestant,
      async measure() {
        const before = quick ? 0 : atATime;
        const earlier = await service.asked();
        const run = await process.obey("askFor", { atATime, before, milliseconds: quick ? 10 : 80 });
        const asked = await service.asked();
        const sent = before + run.requests;
        const signed = by === "signature" ? sent : 0;
        if (asked.requests - earlier.requests !== sent || asked.signed - earlier.signed !== signed)
          throw new Error("the service counted other requests than it did");
        spent.get(contestant.name)!.push((run.processorSeconds * 1_000_000) / run.requests);
        return run.requests / run.seconds;
      },
    })),
    quick ? 1 : rounds,
    0,
  );
  return { rates, microseconds: entriesBy(rates, spent) };
}

/** V8 takes samples of what is allocated, so that it is not the same each time. */
async function measureAllocations(clients: Client[], quick: boolean): Promise<Entry[]> {
  return takeTurns(
    clients.map(({ by: _, load: __, process, ...contestant }) => ({
      ...contestant,
      measure: async () => (await process.obey("allocate", { times: quick ? 20 : 300 })) / 1024,
    })),
    quick ? 1 : roundsForInterval,
    quick ? 0 : 1,
  );
}
