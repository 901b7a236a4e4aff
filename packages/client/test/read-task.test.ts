import { expect, test } from "vitest";
import { createMpcClient } from "../src/index.ts";

/** What a client makes of a task on the wire. */
async function read(task: object): Promise<object> {
  const body = { task_array: [task], is_truncated: 0, total: 1 };
  const { encryptions } = createMpcClient({
    endpoint: "http://s",
    projectId: "p",
    credentials: { token: "t" },
    fetch: async () => Response.json(body),
  });
  return (await encryptions.list()).task_array[0]!;
}

test("ID and times are texts, whatever the wire has; all else stays, what is not known included", async () => {
  const place = { bucket: "b", location: "l", object: "o", new: 1 };
  const others = { status: "A NEW WORD", input: place, output_file_name: ["f"], user_data: "u", new: [null] };
  const texts = { task_id: "31207", create_time: "20201119103952", end_time: "20201119104051" };
  expect(await read({ ...texts, ...others })).toEqual({ ...texts, ...others });
  const numbers = { task_id: 31_207, create_time: 20_201_119_103_952, end_time: 20_201_119_104_051 };
  expect(await read({ ...numbers, ...others })).toEqual({ ...texts, ...others });
});

test.each([{}, { create_time: null, end_time: null }])("times may be absent: %j", async (times) => {
  expect(await read({ task_id: 1, status: "WAITING", ...times })).toStrictEqual({
    task_id: "1",
    status: "WAITING",
  });
});

test("the largest ID that a double holds is one", async () => {
  expect(await read({ task_id: Number.MAX_SAFE_INTEGER, status: "" })).toMatchObject({
    task_id: "9007199254740991",
  });
});

test("a page keeps what is not known of it", async () => {
  const body = { task_array: [], is_truncated: 0, total: 0, next: "n" };
  const { encryptions } = createMpcClient({
    endpoint: "http://s",
    projectId: "p",
    credentials: { token: "t" },
    fetch: async () => Response.json(body),
  });
  expect(await encryptions.list()).toEqual(body);
});

test("the response beside a page has it as it is on the wire", async () => {
  const body = { task_array: [{ task_id: 1, status: "WAITING", create_time: 2 }], is_truncated: 0, total: 1 };
  const { encryptions } = createMpcClient({
    endpoint: "http://s",
    projectId: "p",
    credentials: { token: "t" },
    fetch: async () => Response.json(body),
  });
  const { data, response } = await encryptions.list().withResponse();
  expect(data.task_array).toEqual([{ task_id: "1", status: "WAITING", create_time: "2" }]);
  expect(await response.json()).toEqual(body);
});
