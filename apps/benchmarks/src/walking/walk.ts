// Walks through all tasks of a service in one way, in a process of its own, and prints what it saw and what it took.

/** Walks through all tasks of a service. */
export type Walk = (endpoint: string) => Promise<Seen>;

/** What was seen on a walk. */
export interface Seen {
  tasks: number;
  sumOfIds: number;
}

/** What is printed. */
export interface Walked {
  seen: Seen;
  seconds: number;
  /** The most that the heap held, in bytes, as far as it was looked at. */
  heap: number;
}

/** The ways to walk. None loads what another needs. */
export const ways = {
  ours: async () => (await import("./ours.ts")).ours,
  byHand: async () => (await import("./by-hand.ts")).byHand,
} satisfies Record<string, () => Promise<Walk>>;

if (import.meta.main) {
  const [way, endpoint = ""] = process.argv.slice(2);
  const walk = await ways[way as keyof typeof ways]();
  let heap = 0;
  const looking = setInterval(() => (heap = Math.max(heap, process.memoryUsage().heapUsed)), 10);
  const start = performance.now();
  const seen = await walk(endpoint);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(looking);
  const walked: Walked = { seen, seconds, heap };
  process.stdout.write(JSON.stringify(walked), () => process.exit());
}
