// Runs one benchmark in a process of its own, which no other has warmed up or left its garbage in, and sends what it
// finds to the one that started it.
import type { Comparison } from "./benchmark.ts";
import { type BenchmarkName, benchmarks } from "./benchmarks.ts";

/** What is sent, in this order. */
export type Message = { title: string; question: string } | { comparison: Comparison };

const [name = "", length] = process.argv.slice(2);
const send = (message: Message): void => void process.send?.(message);
const { benchmark } = await benchmarks[name as BenchmarkName]();
send({ title: benchmark.title, question: benchmark.question });
for await (const comparison of benchmark.run({ quick: length === "quick" })) send({ comparison });
process.disconnect();
