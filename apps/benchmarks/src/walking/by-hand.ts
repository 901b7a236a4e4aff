import { filter, type Page, signed } from "../requests/ask.ts";
import { path } from "../service/page.ts";
import type { Walk } from "./walk.ts";

/** Walks as one does who has no client. */
export const byHand: Walk = async (endpoint) => {
  const seen = { tasks: 0, sumOfIds: 0 };
  for (let page = 0, more = 1; more; page++) {
    const url = `${endpoint}${path}?page=${page}&size=${filter.size}`;
    const response = await fetch(await signed(new Request(url)));
    if (!response.ok) throw new Error(`status ${response.status}`);
    const { is_truncated, task_array } = (await response.json()) as Page & { is_truncated: number };
    for (const { task_id } of task_array) {
      seen.tasks++;
      seen.sumOfIds += Number(task_id);
    }
    more = is_truncated;
  }
  return seen;
};
