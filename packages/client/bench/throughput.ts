// How many pages of 100 tasks a second does `list()` bring, signed, beside bare fetch and JSON.parse? The server is a
// process of its own. Interleaved rounds; the median of each, and its ratio to the bare one.
import { createMpcClient } from "../dist/index.js";
import { median, startLoopback } from "./loopback.ts";

const { endpoint, stop } = await startLoopback();
const common = { endpoint, projectId: "p" };
const signed = createMpcClient({ ...common, credentials: { accessKey: "AK", secretKey: "SK" } });
const token = createMpcClient({ ...common, credentials: { token: "t" } });
const url = `${endpoint}/v1/p/encryptions?page=0&size=100`;
const ways: Record<string, () => PromiseLike<unknown>> = {
  "fetch, JSON.parse": async () => JSON.parse(await (await fetch(url)).text()) as unknown,
  "list(), token": () => token.encryptions.list({ page: 0, size: 100 }),
  "list(), signed": () => signed.encryptions.list({ page: 0, size: 100 }),
};

/** Pages a second, so many asked for at once. */
async function pagesPerSecond(ask: () => PromiseLike<unknown>, atOnce: number): Promise<number> {
  const each = 640 / atOnce;
  const start = performance.now();
  const loop = async (): Promise<void> => {
    for (let i = 0; i < each; i++) await ask();
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  return (640 / (performance.now() - start)) * 1000;
}

for (const atOnce of [1, 16]) {
  const rounds: Record<string, number[]> = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < 22; round++) {
    for (const [name, ask] of Object.entries(ways)) {
      const rate = await pagesPerSecond(ask, atOnce);
      // The first rounds warm up.
      if (round > 1) rounds[name]!.push(rate);
    }
  }
  const bare = median(rounds["fetch, JSON.parse"]!);
  console.log(`${atOnce} at once`);
  console.table(
    Object.fromEntries(
      Object.entries(rounds).map(([name, rates]) => [
        name,
        { "pages/s": Math.round(median(rates)), ratio: (median(rates) / bare).toFixed(2) },
      ]),
    ),
  );
}
stop();
