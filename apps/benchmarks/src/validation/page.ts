import { readExchanges } from "@mpc-contract/openapi/generate";

/** A page, as it comes out of `JSON.parse`. */
export interface Page {
  task_array: Record<string, unknown>[];
  is_truncated: number;
  total: number;
}

const { invalid, valid } = await readExchanges();

/** A page of so many tasks: that of an example of the contract, over and over, with IDs of their own. */
export function pageOf(count: number): Page {
  const { task_array } = valid.find(({ name }) => name === "list-task-31207")!.response.body as Page;
  const task = task_array[0]!;
  return {
    task_array: Array.from({ length: count }, (_, index) => ({
      ...structuredClone(task),
      task_id: Number(task["task_id"]) + index,
    })),
    is_truncated: 0,
    total: count,
  };
}

/** The same with IDs and times as texts: the contract allows both. */
export function withTexts(page: Page): Page {
  const asText = ([name, value]: [string, unknown]): [string, unknown] => [
    name,
    typeof value === "number" ? String(value) : value,
  ];
  const tasks = page.task_array.map((task) => Object.fromEntries(Object.entries(task).map(asText)));
  return { ...page, task_array: tasks };
}

/** The pages among the wrong exchanges of the contract, and whether they are only strictly wrong. */
export function wrongPages(): { page: unknown; onlyStrict: boolean }[] {
  return invalid
    .filter(
      ({ breaks, response }) =>
        breaks.in === "response" &&
        [breaks.at].flat()[0]!.startsWith("/body") &&
        response.status === 200 &&
        response.body !== undefined,
    )
    .map(({ breaks, response }) => ({ page: response.body, onlyStrict: breaks.only === "strict" }));
}
