// How long does a page of 100 tasks take to check, beside the time that JSON.parse takes for it?
// Interleaved rounds; the median of each, and its ratio to JSON.parse.
import { type HttpResponse, validateResponse } from "../dist/index.js";

const place = { bucket: "obs-apitest-01", location: "cn-north-5", object: "encrypt/m3u8/index.m3u8" };

function pageOf(wire: (digits: number) => number | string): string {
  const task_array = Array.from({ length: 100 }, (_, index) => ({
    task_id: wire(31207 + index),
    status: "SUCCEEDED",
    create_time: wire(20201119103952),
    end_time: wire(20201119104051),
    input: place,
    output: place,
    output_file_name: ["index.m3u8"],
  }));
  return JSON.stringify({ task_array, is_truncated: 1, total: 500 });
}

function microseconds(work: () => void): number {
  const times = 2000;
  const start = performance.now();
  for (let index = 0; index < times; index++) work();
  return ((performance.now() - start) / times) * 1000;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function measure(text: string): Record<string, { µs: string; "of JSON.parse": string }> {
  const headers = { "Content-Type": "application/json" };
  const response: HttpResponse = { status: 200, headers, body: JSON.parse(text) };
  if (validateResponse(response, "listEncryptionTasks").length > 0) throw new Error("the page is wrong");
  const works = {
    "JSON.parse": () => void JSON.parse(text),
    strict: () => void validateResponse(response, "listEncryptionTasks"),
    tolerant: () => void validateResponse(response, "listEncryptionTasks", { strength: "tolerant" }),
  };
  const rounds = Array.from({ length: 15 }, () => Object.values(works).map(microseconds));
  const medians = Object.keys(works).map((_, index) => median(rounds.map((round) => round[index]!)));
  return Object.fromEntries(
    Object.keys(works).map((name, index) => {
      const time = medians[index]!;
      return [name, { µs: time.toFixed(1), "of JSON.parse": (time / medians[0]!).toFixed(2) }];
    }),
  );
}

for (const [name, wire] of [
  ["numbers", Number],
  ["texts", String],
] as const) {
  console.log(`IDs and times as ${name}`);
  console.table(measure(pageOf(wire)));
}
