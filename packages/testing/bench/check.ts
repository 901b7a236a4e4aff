// How many exchanges a second does `check` take, beside Ajv alone on the same bodies? And does its memory depend on the
// length of the recording?
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { readExchanges } from "@mpc-contract/openapi/generate";
import { checkRecordings, judgeExchange, readContract } from "../dist/index.js";
import { schemaAt } from "../dist/contract/compile-schemas.js";

const contract = await readContract(new URL("../../../openapi/openapi.yaml", import.meta.url));
const { valid } = await readExchanges();
const folder = await mkdtemp(join(tmpdir(), "bench-"));

/** A recording of so many exchanges, those of the contract over and over. */
async function recordingOf(count: number): Promise<string> {
  const file = join(folder, `${count}.ndjson`);
  const lines = valid.map(({ request, response }) => `${JSON.stringify({ request, response })}\n`);
  const stream = createWriteStream(file);
  for (let index = 0; index < count; index += 1) {
    if (!stream.write(lines[index % lines.length])) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "close");
  return file;
}

const median = (values: number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1]!;

async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const long = await recordingOf(100_000);
const rates: number[] = [];
for (let round = 0; round < 5; round += 1)
  rates.push(100_000 / (await seconds(() => checkRecordings(contract, [long]))));

// The same bodies, decoded, checked by the compiled schemas alone.
const page = contract.schemas.compile(schemaAt("#/components/schemas/EncryptionTaskPage"), "strict");
const pages = valid.filter(({ request, response }) => request.method === "GET" && response.status === 200);
const repeat = (check: (exchange: (typeof pages)[number]) => unknown) => (): void => {
  for (let times = 0; times < 500; times += 1) for (const exchange of pages) check(exchange);
};
const bare: number[] = [];
const whole: number[] = [];
for (let round = 0; round < 9; round += 1) {
  bare.push(await seconds(repeat(({ response }) => page(response.body))));
  whole.push(await seconds(repeat((exchange) => judgeExchange(contract, exchange))));
}
// A page of 100 tasks, where what is around the body matters less.
const [first] = pages as [(typeof pages)[number]];
const tasks = pages.flatMap(({ response }) => (response.body as { task_array: object[] }).task_array);
const body = {
  task_array: Array.from({ length: 100 }, (_, index) => tasks[index % tasks.length]),
  is_truncated: 0,
  total: 100,
};
const large = { ...first, response: { ...first.response, body } };
const bareLarge: number[] = [];
const wholeLarge: number[] = [];
for (let round = 0; round < 9; round += 1) {
  const times =
    <T>(work: () => T) =>
    (): void => {
      for (let index = 0; index < 1000; index += 1) work();
    };
  bareLarge.push(await seconds(times(() => page(body))));
  wholeLarge.push(await seconds(times(() => judgeExchange(contract, large))));
}

// The least that a check of a recording takes: its lines, JSON.parse, and the compiled schema of each body.
const least = await seconds(async () => {
  for await (const line of createInterface({ input: createReadStream(long), crlfDelay: Infinity })) {
    const { response } = JSON.parse(line) as { response: { body?: unknown } };
    page(response.body);
  }
});
const heaps: string[] = [];
for (const count of [10_000, 100_000, 1_000_000]) {
  const file = await recordingOf(count);
  globalThis.gc?.();
  let peak = 0;
  await checkRecordings(contract, [file], {
    onProgress: () => (peak = Math.max(peak, process.memoryUsage().heapUsed)),
  });
  heaps.push(`${count.toLocaleString("en")}: ${(peak / 2 ** 20).toFixed(0)} MB`);
}
const lines = (await readFile(long, "utf8")).trimEnd().split("\n");
const parse = await seconds(() => {
  for (const line of lines) JSON.parse(line);
});

const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString("en")} exchanges a second`;
const leastRate = lines.length / least;
console.log(`check of a recording    ${perSecond(median(rates))}`);
console.log(
  `lines, parse and Ajv    ${perSecond(leastRate)}, ${(leastRate / median(rates)).toFixed(2)} times that`,
);
console.log(`JSON.parse alone        ${perSecond(lines.length / parse)}`);
console.log(
  `an exchange in memory   ${(median(whole) / median(bare)).toFixed(1)} times Ajv alone on the same bodies`,
);
console.log(`the same, of 100 tasks  ${(median(wholeLarge) / median(bareLarge)).toFixed(1)} times`);
console.log(`heap at most            ${heaps.join(", ")}`);
await rm(folder, { recursive: true });
