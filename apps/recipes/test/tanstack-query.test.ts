import { createMpcClient, type Task } from "@mpc-contract/client";
import { emulatorToken } from "@mpc-contract/emulator";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, expectTypeOf, test, vi } from "vitest";
import { createHooks } from "../src/openapi-react-query.ts";
import { Tasks, tasksQuery } from "../src/tanstack-query.tsx";
import { leaveTheCloud, projectId, standInForTheCloud, throttling } from "./cloud.ts";

afterEach(leaveTheCloud);

const tasks = [
  { task_id: 31207, status: "FAILED", create_time: 20261101080000 },
  { task_id: 31208, status: "SUCCEEDED", create_time: 20261101080001 },
];
const mpc = createMpcClient({ region: "cn-north-4", projectId, credentials: { token: emulatorToken } });

function render(queries: QueryClient): string {
  const page = createElement(Tasks, { mpc, status: "FAILED" });
  return renderToString(createElement(QueryClientProvider, { client: queries }, page));
}

test("fetchQuery gives tasks, typed", async () => {
  standInForTheCloud(tasks);
  const page = await new QueryClient().fetchQuery(tasksQuery(mpc, "FAILED"));
  expectTypeOf(page.task_array).toEqualTypeOf<Task[]>();
  expect(page.task_array.map(({ task_id }) => task_id)).toEqual(["31207"]);
});

test("a page with prefetched tasks is rendered with them, without a second request", async () => {
  const seen = standInForTheCloud(tasks);
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  await queries.prefetchQuery(tasksQuery(mpc, "FAILED"));
  expect(render(queries)).toContain("31207<!-- -->, created <!-- -->20261101080000");
  expect(render(queries)).not.toContain("31208");
  expect(seen).toHaveLength(1);
});

test("without tasks it says that they are loading", () => {
  expect(render(new QueryClient())).toBe("<p>Loading</p>");
});

test("an error is one of the client's, and is not retried twice over", async () => {
  const seen = standInForTheCloud(tasks, throttling);
  const failing = new QueryClient().fetchQuery(tasksQuery(mpc, "FAILED"));
  await expect(failing).rejects.toMatchObject({ name: "RateLimitError" });
  expect(seen).toHaveLength(1);
});

test("a query that nobody needs any more ends its call", async () => {
  const seen = standInForTheCloud(tasks, async () => new Promise(() => {}));
  const queries = new QueryClient();
  const query = tasksQuery(mpc, "FAILED");
  const fetching = queries.fetchQuery(query);
  await vi.waitUntil(() => seen.length, { timeout: 30_000 });
  await Promise.all([expect(fetching).rejects.toThrow("Cancelled"), queries.cancelQueries(query)]);
  expect(seen[0]!.signal.aborted).toBe(true);
});

test("openapi-react-query gives what is on the wire", async () => {
  standInForTheCloud(tasks);
  const hooks = createHooks(mpc);
  const query = { status: "FAILED", page: 0 } as const;
  const options = hooks.queryOptions("get", "/v1/{project_id}/encryptions", { params: { query } });
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const page = await queries.fetchQuery(options);
  expectTypeOf(page.total).toEqualTypeOf<number>();
  expect(page.task_array).toMatchObject([{ task_id: 31207 }]);

  const Total = (): string => {
    const { data } = hooks.useQuery("get", "/v1/{project_id}/encryptions", { params: { query } });
    return `${data?.total} failed`;
  };
  const provided = createElement(QueryClientProvider, { client: queries }, createElement(Total));
  expect(renderToString(provided)).toBe("1 failed");
});
