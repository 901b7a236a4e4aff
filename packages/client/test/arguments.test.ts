import { expect, test } from "vitest";
import { createMpcClient } from "../src/index.ts";

let sent = 0;
const { encryptions } = createMpcClient({
  endpoint: "http://s",
  projectId: "p",
  credentials: { token: "t" },
  fetch: async () => {
    sent++;
    return Response.json({ task_array: [], is_truncated: 0, total: 0 });
  },
});

const id = "1 to 64 letters, digits, `_` or `-`";
const time = "give a Date, or 14 digits `yyyymmddhhmmss` of a time that exists";
const place = { bucket: "b", location: "l", object: "o.m3u8" };
const task = {
  input: place,
  output: place,
  encryption: { hls_encrypt: { key: "AAECAwQFBgcICQoLDA0ODw==", url: "u" } },
};
/** Calls a method as a program does that no compiler has looked at. */
async function call(method: string, ...args: unknown[]): Promise<unknown> {
  return (Reflect.get(encryptions, method) as (...args: unknown[]) => Promise<unknown>)(...args);
}

test.each<[string, unknown[], string]>([
  ["get", [31207], `get: task_id: give ${id}; got 31207`],
  ["get", ["31207/.."], `get: task_id: give ${id}; got "31207/.."`],
  ["get", [undefined], `get: task_id: give ${id}; got undefined`],
  ["get", ["x".repeat(99)], `get: task_id: give ${id}; got "${"x".repeat(79)}…`],
  ["getMany", ["31207"], 'getMany: task_id: give a list of IDs; got "31207"'],
  ["getMany", [["1", ""]], `getMany: task_id: give ${id}; got ""`],
  ["cancel", [Symbol("1")], `cancel: task_id: give ${id}; got Symbol(1)`],
  ["waitFor", [null], `waitFor: task_id: give ${id}; got null`],
  ["waitForAll", [["a b"]], `waitForAll: task_id: give ${id}; got "a b"`],
  ["list", [{ task_id: [] }], "list: task_id: give 1 to 10 IDs, or use getMany; got 0"],
  ["list", [{ task_id: Array(11).fill("1") }], "list: task_id: give 1 to 10 IDs, or use getMany; got 11"],
  ["list", [{ task_id: "1" }], 'list: task_id: give a list of IDs; got "1"'],
  ["list", [{ task_id: ["1"], size: 5 }], "list: size: leave it out beside task_id; got 5"],
  ["list", [{ task_id: ["1"], page: 0 }], "list: page: leave it out beside task_id; got 0"],
  ["list", [{ task_id: ["1"], start_time: "2" }], 'list: start_time: leave it out beside task_id; got "2"'],
  ["list", [{ task_id: ["1"], end_time: "2" }], 'list: end_time: leave it out beside task_id; got "2"'],
  ["list", [{ status: "" }], 'list: status: give a word; got ""'],
  ["list", [{ status: 1 }], "list: status: give a word; got 1"],
  ["list", [{ size: 0 }], "list: size: give a whole number from 1 to 100; got 0"],
  ["list", [{ size: 101 }], "list: size: give a whole number from 1 to 100; got 101"],
  ["list", [{ size: 1.5 }], "list: size: give a whole number from 1 to 100; got 1.5"],
  ["list", [{ size: "10" }], 'list: size: give a whole number from 1 to 100; got "10"'],
  ["list", [{ page: -1 }], "list: page: give a whole number from 0 to 50000; got -1"],
  ["list", [{ page: 50_001 }], "list: page: give a whole number from 0 to 50000; got 50001"],
  ["list", [{ start_time: "20200230000000" }], `list: start_time: ${time}; got "20200230000000"`],
  ["list", [{ end_time: new Date("soon") }], `list: end_time: ${time}; got Invalid Date`],
  ["list", [{ start_time: 0 }], `list: start_time: ${time}; got 0`],
  ["create", [undefined], "create: input.bucket: give a text that is not empty; got undefined"],
  [
    "create",
    [{ ...task, output: null }],
    "create: output.bucket: give a text that is not empty; got undefined",
  ],
  [
    "create",
    [{ ...task, input: { ...place, object: "o.mp4" } }],
    'create: input.object: give a path that ends in `.m3u8` or `.mpd`; got "o.mp4"',
  ],
  ["get", ["1", { timeout: 0 }], "MpcClient: timeout: give milliseconds, more than 0"],
  ["cancel", ["1", { timeout: "5" }], "MpcClient: timeout: give milliseconds, more than 0"],
  ["waitFor", ["1", { timeout: NaN }], "waitFor: timeout: give milliseconds, more than 0"],
  [
    "create",
    [{ ...task, input: { ...place, bucket: "" } }],
    'create: input.bucket: give a text that is not empty; got ""',
  ],
  [
    "create",
    [{ ...task, encryption: { hls_encrypt: { ...task.encryption.hls_encrypt, iv: "short" } } }],
    "create: encryption.hls_encrypt.iv: give 128 bits in base64, 22 characters and `==`",
  ],
])("%s refuses %j before anything is sent", async (method, args, message) => {
  await expect(call(method, ...args)).rejects.toThrow(new TypeError(message));
  expect(sent).toBe(0);
});

test("a list is not iterated from a page on", async () => {
  const list = encryptions.list({ page: 1 } as object);
  await expect(list[Symbol.asyncIterator]().next()).rejects.toThrow(
    new TypeError("list: page: leave it out to iterate; got 1"),
  );
  expect(sent).toBe(0);
});

test("what is at a bound is taken", async () => {
  await encryptions.list({ page: 0, size: 1 });
  await encryptions.list({ page: 50_000, size: 100 });
  await encryptions.list({ task_id: Array<string>(10).fill("1") });
  await encryptions.list({ start_time: "20200229000000", end_time: new Date(0), status: "A NEW WORD" });
  expect(sent).toBe(4);
});
