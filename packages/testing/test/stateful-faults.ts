import type { Fault } from "./faulty-emulators.ts";

/** Changes the page that a query gives. */
function page(change: (body: { task_array: unknown[]; is_truncated: number; total: number }) => void): Fault {
  return async (answer, request) => {
    const response = await answer();
    if (request.method !== "GET" || response.status !== 200) return response;
    const body = (await response.json()) as Parameters<typeof change>[0];
    change(body);
    return Response.json(body, { headers: { "x-request-id": response.headers.get("x-request-id")! } });
  };
}

/** Changes the query before it is answered. */
function query(change: (query: URLSearchParams) => void): Fault {
  return (answer, request) => {
    const url = new URL(request.url);
    change(url.searchParams);
    return answer(new Request(url, request));
  };
}

/** Faults that only several answers together can tell, and the step of a workflow that does. */
export const statefulFaults: Record<string, { fault: Fault; workflow: "read" | "write"; step: string }> = {
  "total of the page instead of all": {
    fault: page((body) => (body.total = body.task_array.length)),
    workflow: "read",
    step: "first-page",
  },
  "an off-by-one page": {
    fault: query((query) => query.has("page") && query.set("page", String(Number(query.get("page")) + 1))),
    workflow: "read",
    step: "first-page",
  },
  "pages counted from 1": {
    fault: query(
      (query) => Number(query.get("page")) > 0 && query.set("page", String(Number(query.get("page")) - 1)),
    ),
    workflow: "read",
    step: "second-page",
  },
  "is_truncated stuck at 0": {
    fault: page((body) => (body.is_truncated = 0)),
    workflow: "read",
    step: "first-page",
  },
  "is_truncated stuck at 1": {
    fault: page((body) => (body.is_truncated = 1)),
    workflow: "read",
    step: "all",
  },
  "the status ignored": {
    fault: query((query) => query.delete("status")),
    workflow: "read",
    step: "by-status",
  },
  "start_time ignored": {
    fault: query((query) => query.delete("start_time")),
    workflow: "read",
    step: "by-start-time",
  },
  "end_time ignored": {
    fault: query((query) => query.delete("end_time")),
    workflow: "read",
    step: "by-end-time",
  },
  "task_id ignored": {
    fault: query((query) => query.delete("task_id")),
    workflow: "read",
    step: "by-id",
  },
  "the size ignored": {
    fault: query((query) => query.delete("size")),
    workflow: "read",
    step: "first-page",
  },
  "a task that stays as it was": {
    fault: (answer, request) =>
      request.method === "DELETE"
        ? Promise.resolve(new Response(null, { status: 204, headers: { "x-request-id": "1" } }))
        : answer(),
    workflow: "write",
    step: "find-cancelled",
  },
};
