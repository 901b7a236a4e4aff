import { expect, test } from "vitest";
import { pageSize, path, tasksOf } from "../src/service/page.ts";
import { startService } from "../src/service/service.ts";

test("the service gives the page that is asked for, and nothing to who asks for something else", async () => {
  const service = await startService(2);
  try {
    const page = await fetch(`${service.endpoint}${path}?page=1&size=${pageSize}`);
    expect(page.status).toBe(200);
    expect(await page.json()).toEqual({ task_array: tasksOf(1), is_truncated: 0, total: pageSize });
    for (const elsewhere of ["/", path, `${path}s?page=1`, `/v1/other/encryptions?page=1`])
      expect((await fetch(service.endpoint + elsewhere)).status).toBe(404);
    const method = { method: "DELETE" };
    expect((await fetch(`${service.endpoint}${path}?task_id=1`, method)).status).toBe(404);
  } finally {
    service.end();
  }
});
