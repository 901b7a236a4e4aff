import { formatTimestamp } from "../src/index.ts";

/** A task of the simulated service. */
export interface SimulatedTask {
  id: number;
  /** When it was created, in seconds. */
  created: number;
  status: string;
}

/** In which order a service lists: what the vendor's documentation leaves open. */
export const orders = {
  newestFirst: (a: SimulatedTask, b: SimulatedTask): number => b.created - a.created || b.id - a.id,
  oldestFirst: (a: SimulatedTask, b: SimulatedTask): number => a.created - b.created || a.id - b.id,
  byId: (a: SimulatedTask, b: SimulatedTask): number => a.id - b.id,
  shuffled: (a: SimulatedTask, b: SimulatedTask): number => scatter(a.id) - scatter(b.id) || a.id - b.id,
};

const scatter = (id: number): number => Math.imul(id, 2_654_435_761) >>> 0;

export interface SimulatedService {
  tasks: SimulatedTask[];
  /** Its clock, in seconds. */
  now: number;
  requests: URL[];
  fetch: (request: Request) => Promise<Response>;
}

/**
 * A service whose tasks come and change between any two requests.
 *
 * @param live What happens before each answer.
 */
export function simulateService(
  order: keyof typeof orders,
  live: (service: SimulatedService) => void = () => {},
): SimulatedService {
  const service: SimulatedService = {
    tasks: [],
    now: 1_700_000_000,
    requests: [],
    fetch: async (request) => {
      live(service);
      const url = new URL(request.url);
      service.requests.push(url);
      const query = (name: string): string | null => url.searchParams.get(name);
      const from = query("start_time") ?? "";
      const to = query("end_time") ?? "9";
      const matching = service.tasks
        .filter(({ created, status }) => {
          const time = timestamp(created);
          return time >= from && time <= to && (query("status") ?? status) === status;
        })
        .toSorted(orders[order]);
      const size = Number(query("size") ?? 10);
      const start = Number(query("page") ?? 0) * size;
      return Response.json(
        {
          task_array: matching.slice(start, start + size).map(({ created, id, status }) => ({
            task_id: id,
            status,
            create_time: Number(timestamp(created)),
          })),
          is_truncated: start + size < matching.length ? 1 : 0,
          total: matching.length,
        },
        { headers: { Date: new Date(service.now * 1000).toUTCString() } },
      );
    },
  };
  return service;
}

function timestamp(seconds: number): string {
  return formatTimestamp(new Date(seconds * 1000));
}
