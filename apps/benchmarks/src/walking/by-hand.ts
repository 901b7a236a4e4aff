import { filter, type Page, path } from "../requests/ask.ts";
import type { Walk } from "./walk.ts";

export const byHand: Walk = async (endpoint) => {
  const seen = { tasks: 0, sumOfIds: 0 };
  for (let page = 0, more = 1; more; page++) {
    const response = await fetch(`${endpoint}${path}?page=${page}&size=${filter.size}`);
    const { is_truncated, task_array } = (await response.json()) as Page & { is_truncated: number };
    for (const { task_id } of task_array) {
      seen.tasks++;
      seen.sumOfIds += Number(task_id);
    }
    more = is_truncated;
  }
  return seen;
};
