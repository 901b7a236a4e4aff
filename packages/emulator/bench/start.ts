// How long does it take within a program until the first answer, and back to the seed?
import { createEmulator, emulatorToken } from "../dist/index.js";

const path = "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/encryptions?task_id=31207";
const headers = { "X-Auth-Token": emulatorToken };

const median = (numbers: number[]): string =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!.toFixed(2);

/** From an emulator that is not there yet to the end of its first answer, in milliseconds. */
async function inProcess(): Promise<number> {
  const begin = performance.now();
  await (await createEmulator().fetch(`http://emulator${path}`, { headers })).text();
  return performance.now() - begin;
}

async function loadRequest(): Promise<number> {
  const begin = performance.now();
  await new Response(new Request("http://emulator").url).text();
  return performance.now() - begin;
}

async function times(count: number, measure: () => Promise<number>): Promise<number[]> {
  const took: number[] = [];
  for (let time = 0; time < count; time++) took.push(await measure());
  return took;
}

// Node loads its own Request at the first use, which takes longer than all of the emulator does.
console.log(`Request of Node.js: ${(await times(1, loadRequest))[0]!.toFixed(2)} ms the first time`);
const [cold = 0, ...warm] = await times(21, inProcess);
console.log(`in process: ${cold.toFixed(2)} ms the first time, ${median(warm)} ms then`);

for (const count of [1000, 1_000_000]) {
  const tasks = Array.from({ length: count }, (_, index) => ({ task_id: index + 1, status: "FAILED" }));
  const emulator = createEmulator({ seed: { tasks: { p: tasks } }, limits: false });
  await emulator.ready;
  const reset = async (): Promise<number> => {
    for (let task = 1; task <= 100; task++) await emulator.advance("p", task).catch(() => undefined);
    const begin = performance.now();
    await emulator.reset();
    return performance.now() - begin;
  };
  console.log(`reset of ${count} tasks: ${median(await times(21, reset))} ms`);
}
