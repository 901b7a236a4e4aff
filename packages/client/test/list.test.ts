import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createMpcClient, type IdFilter, type Task, type TaskFilter } from "../src/index.ts";
import { orders, type SimulatedService, type SimulatedTask, simulateService } from "./simulated-service.ts";

function clientOf({ fetch }: SimulatedService) {
  return createMpcClient({ endpoint: "http://s", projectId: "p", credentials: { token: "t" }, fetch });
}

async function collect(service: SimulatedService, filter?: IdFilter | TaskFilter): Promise<Task[]> {
  const tasks: Task[] = [];
  for await (const task of clientOf(service).encryptions.list(filter)) tasks.push(task);
  return tasks;
}

const ids = (tasks: readonly { task_id?: string; id?: number }[]): number[] =>
  tasks.map(({ id, task_id }) => Number(id ?? task_id)).toSorted((a, b) => a - b);

/** The waiting of a walk lets the simulated second pass, and no other time. */
function passSecondsIn(service: SimulatedService): void {
  const { setTimeout } = globalThis;
  vi.stubGlobal("setTimeout", (run: () => void, milliseconds: number) => {
    if (milliseconds !== 1000) return setTimeout(run, milliseconds);
    service.now += 1;
    return setImmediate(run);
  });
}

beforeEach(() => () => {
  vi.unstubAllGlobals();
});

const statuses = ["WAITING", "PROCESSING", "SUCCEEDED", "FAILED", "CANCELED"];

/** A service as it is at first, and what happens before each answer. */
const world = fc.record({
  order: fc.constantFrom(...(Object.keys(orders) as (keyof typeof orders)[])),
  size: fc.integer({ min: 1, max: 6 }),
  /** How many seconds ago each task was created, so few that many share one. */
  ages: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 40 }),
  seed: fc.integer(),
  arrivals: fc.integer({ min: 0, max: 4 }),
});

function live(seed: number, arrivals: number): (service: SimulatedService) => void {
  const random = draw(seed);
  let next = 1000;
  return (service) => {
    service.now += random(3) === 0 ? 1 : 0;
    for (let i = random(arrivals + 1); i > 0 && next < 1060; i--) {
      service.tasks.push({ id: next++, created: service.now, status: statuses[random(5)]! });
    }
    for (const task of service.tasks) if (random(6) === 0) task.status = statuses[random(5)]!;
  };
}

/** Numbers below a bound, the same for the same seed. */
function draw(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

function begin({
  ages,
  arrivals,
  order,
  seed,
}: {
  ages: number[];
  arrivals: number;
  order: keyof typeof orders;
  seed: number;
}) {
  const service = simulateService(order, live(seed, arrivals));
  service.tasks = ages.map((age, i) => ({ id: i + 1, created: service.now - age, status: statuses[i % 5]! }));
  passSecondsIn(service);
  return service;
}

const runs = { seed: 31207, numRuns: 3000 };

describe("an iteration misses nothing", () => {
  test("of a window that is over: each task once, while others arrive and change", async () => {
    await fc.assert(
      fc.asyncProperty(
        world,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 11 }),
        async (given, age, length) => {
          const service = begin(given);
          const [from, to] = [service.now - age - length, service.now - age];
          const expected = service.tasks.filter(({ created }) => created >= from && created <= to);
          const start_time = new Date(from * 1000);
          const found = await collect(service, {
            start_time,
            end_time: new Date(to * 1000),
            size: given.size,
          });
          expect(ids(found)).toEqual(ids(expected));
        },
      ),
      runs,
    );
  });

  test("of all: each task that there was once, and no other twice", async () => {
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const service = begin(given);
        const before = ids(service.tasks);
        const found = ids(await collect(service, { size: given.size }));
        expect(new Set(found).size).toBe(found.length);
        expect(found.filter((id) => id < 1000)).toEqual(before);
      }),
      runs,
    );
  });

  test("of a status: no task that has it all the while, and none twice", async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.constantFrom(...statuses), async (given, status) => {
        const service = begin(given);
        const always = new Set(service.tasks.filter((task) => task.status === status));
        const ever = new Set<SimulatedTask>(always);
        const { fetch } = service;
        service.fetch = async (request) => {
          const response = await fetch(request);
          for (const task of service.tasks) {
            if (task.status === status) ever.add(task);
            else always.delete(task);
          }
          return response;
        };
        const found = ids(await collect(service, { status, size: given.size }));
        expect(new Set(found).size).toBe(found.length);
        expect(found).toEqual(expect.arrayContaining(ids([...always])));
        expect(ids([...ever])).toEqual(expect.arrayContaining(found));
      }),
      runs,
    );
  });
});

describe("an iteration takes few requests", () => {
  /** A task each second, all of them over. */
  function filled(order: keyof typeof orders, count: number): SimulatedService {
    const service = simulateService(order);
    service.tasks = Array.from({ length: count }, (_, i) => ({
      id: i + 1,
      created: service.now - count - 10 + i,
      status: "FAILED",
    }));
    return service;
  }

  test("one, when all come in one response", async () => {
    const service = filled("newestFirst", 100);
    await collect(service);
    expect(service.requests.map(({ search }) => search)).toEqual(["?size=100"]);
  });

  test("one a hundred tasks, and two more when there are more", async () => {
    const service = filled("shuffled", 1000);
    await collect(service);
    expect(service.requests).toHaveLength(10 + 2);
  });

  test.each(Object.keys(orders) as (keyof typeof orders)[])(
    "some three a hundred tasks of a status, listed %s",
    async (order) => {
      const service = filled(order, 1000);
      expect(await collect(service, { status: "FAILED" })).toHaveLength(1000);
      expect(service.requests.length).toBeLessThan(45);
    },
  );

  test("one a second, while all there is to list is of the second that is now", async () => {
    const service = filled("newestFirst", 0);
    service.tasks = [1, 2, 3].map((id) => ({ id, created: service.now, status: "FAILED" }));
    passSecondsIn(service);
    expect(await collect(service, { size: 2, start_time: new Date(service.now * 1000) })).toHaveLength(3);
    // The last two: once more to see what has come since, then the pages.
    expect(service.requests.length).toBeLessThanOrEqual(6);
  });

  test("none after the reader has had enough", async () => {
    const service = filled("newestFirst", 1000);
    for await (const task of clientOf(service).encryptions.list()) {
      if (task.task_id === "901") break;
    }
    expect(service.requests.length).toBeLessThanOrEqual(3);
  });
});

describe("a walk goes on when the service leaves out what it need not give", () => {
  test("the time of a task, and the time of the response", async () => {
    const service = simulateService("newestFirst");
    service.now = Math.floor(Date.now() / 1000);
    service.tasks = Array.from({ length: 30 }, (_, i) => ({
      id: i,
      created: 1_600_000_000 + i,
      status: "FAILED",
    }));
    const { fetch } = service;
    service.fetch = async (request) => {
      const body = (await (await fetch(request)).json()) as { task_array: { create_time?: number }[] };
      for (const task of body.task_array) delete task.create_time;
      return Response.json(body);
    };
    const filter = {
      status: "FAILED",
      size: 5,
      start_time: new Date(1.6e12),
      end_time: new Date(1.6e12 + 60_000),
    };
    expect(ids(await collect(service, filter))).toEqual(ids(service.tasks));
    expect(await collect(service, { status: "FAILED", size: 5 })).toHaveLength(30);
  });

  test("but not when pages are empty and more are promised", async () => {
    const fetch = async () => Response.json({ task_array: [], is_truncated: 1, total: 5 });
    const service = { ...simulateService("newestFirst"), fetch };
    await expect(collect(service)).rejects.toThrow(
      "the response with status 200 is an empty page with more to follow",
    );
  });
});

test("an iteration ends when its signal aborts, even between two seconds", async () => {
  const service = simulateService("newestFirst");
  service.tasks = [1, 2, 3].map((id) => ({ id, created: service.now, status: "FAILED" }));
  const signal = AbortSignal.timeout(100);
  const filter = { size: 2, start_time: new Date(service.now * 1000) };
  const walk = async (): Promise<void> => {
    for await (const task of clientOf(service).encryptions.list(filter, { signal }))
      expect.fail(task.task_id);
  };
  await expect(walk()).rejects.toMatchObject({ name: "AbortError" });
});

describe("a list", () => {
  const service = simulateService("newestFirst");
  service.tasks = [1, 2, 3].map((id) => ({ id, created: service.now - 60, status: "FAILED" }));
  const { encryptions } = clientOf(service);
  beforeEach(() => {
    service.requests = [];
  });

  test("is a page when awaited", async () => {
    const page = await encryptions.list({ status: "FAILED", size: 2, page: 1 });
    expect(page).toEqual({
      task_array: [{ task_id: "1", status: "FAILED", create_time: "20231114221220" }],
      is_truncated: 0,
      total: 3,
    });
    expect(service.requests.map(({ search }) => search)).toEqual(["?status=FAILED&page=1&size=2"]);
  });

  test("sends nothing before it is awaited, and then once", async () => {
    const list = encryptions.list();
    await Promise.resolve();
    expect(service.requests).toEqual([]);
    expect(await list).toBe(await list);
    expect(service.requests).toHaveLength(1);
  });

  test("is a promise in all else, too", async () => {
    const ended = vi.fn<() => void>();
    const list = encryptions.list({ size: 1 });
    expect(await list.finally(ended)).toBe(await list.then((page) => page));
    expect(ended).toHaveBeenCalledOnce();
    expect(Object.prototype.toString.call(list)).toBe("[object TaskList]");
    const wrong = encryptions.list({ size: 0 });
    expect(await wrong.catch((error: unknown) => String(error))).toContain("size");
  });

  test("gives the response beside the page", async () => {
    const { data, requestId, response } = await encryptions.list().withResponse();
    expect(data.total).toBe(3);
    expect(requestId).toBeUndefined();
    expect(await response.json()).toMatchObject({ total: 3 });
  });

  test("of IDs is one request, awaited or iterated", async () => {
    await encryptions.list({ task_id: ["2", "3"], status: "FAILED" });
    for await (const task of encryptions.list({ task_id: ["2", "3"] })) expect(task.status).toBe("FAILED");
    expect(service.requests.map(({ search }) => search)).toEqual([
      "?task_id=2&task_id=3&status=FAILED",
      "?task_id=2&task_id=3",
    ]);
  });
});
