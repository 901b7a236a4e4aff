// Held by the compiler; what runs is only what it takes to have values.
import { expect, expectTypeOf, test } from "vitest";
import {
  createMpcClient,
  type EncryptionTask,
  type EncryptionTaskPage,
  type ErrorBody,
  type TaskStatus,
} from "../src/index.ts";

const path = "/v1/{project_id}/encryptions";
const common = { projectId: "p", credentials: { token: "t" } };
const mpc = createMpcClient({
  ...common,
  endpoint: "http://127.0.0.1:4010",
  fetch: async () => Response.json({ task_array: [], is_truncated: 0, total: 0 }),
});

test("answers are typed as they are on the wire", async () => {
  const { data, error } = await mpc.GET(path);
  expectTypeOf(data).toEqualTypeOf<EncryptionTaskPage | undefined>();
  expectTypeOf(error).toEqualTypeOf<ErrorBody | string | undefined>();
  expectTypeOf<EncryptionTask["task_id"]>().toEqualTypeOf<string | number>();
  expectTypeOf<EncryptionTask["create_time"]>().toEqualTypeOf<string | number | undefined>();
  expectTypeOf<EncryptionTaskPage["is_truncated"]>().toEqualTypeOf<0 | 1>();
});

test("a status has its known words, and any other", () => {
  expectTypeOf<"NO_TASK">().toExtend<TaskStatus>();
  expectTypeOf<"A NEW WORD">().toExtend<TaskStatus>();
  expectTypeOf<TaskStatus>().not.toEqualTypeOf<string>();
});

test("a query has the parameters of the contract, and no others", async () => {
  await mpc.GET(path, { params: { query: { task_id: ["31207"], status: "FAILED", page: 0, size: 10 } } });
  // @ts-expect-error no such parameter
  await mpc.GET(path, { params: { query: { siez: 10 } } });
  // @ts-expect-error a list of texts
  await mpc.GET(path, { params: { query: { task_id: "31207" } } });
  // @ts-expect-error one task is cancelled at a time, and it must be named
  await mpc.DELETE(path);
  // @ts-expect-error the client is made for one endpoint
  await mpc.GET(path, { baseUrl: "http://127.0.0.1:4010" });
  // @ts-expect-error how a query is written is settled
  await mpc.GET(path, { querySerializer: () => "" });
  // @ts-expect-error no such path
  await mpc.GET("/v1/encryptions");
});

test("the project may be left to the client", async () => {
  await mpc.GET(path, { params: { path: { project_id: "another" } } });
  // @ts-expect-error a project is a text
  await expect(mpc.GET(path, { params: { path: { project_id: 1 } } })).rejects.toThrow("project_id");
});

test("a body must be whole", async () => {
  const place = { bucket: "b", location: "l", object: "o" };
  // @ts-expect-error encryption is missing
  await mpc.POST(path, { body: { input: place, output: place } });
  await mpc.POST(path, {
    body: {
      input: place,
      output: place,
      encryption: { hls_encrypt: { key: "k", url: "u", algorithm: "A NEW ONE" } },
    },
  });
});

test("a client goes to one place", () => {
  expectTypeOf(createMpcClient).toBeCallableWith({ ...common, region: "cn-north-4" });
  expectTypeOf(createMpcClient).toBeCallableWith({ ...common, endpoint: "http://a" });
  // @ts-expect-error its endpoint is not known
  expectTypeOf(createMpcClient).toBeCallableWith({ ...common, region: "cn-north-5" });
  // @ts-expect-error both
  expectTypeOf(createMpcClient).toBeCallableWith({ ...common, region: "cn-north-4", endpoint: "http://a" });
  // @ts-expect-error neither
  expectTypeOf(createMpcClient).toBeCallableWith(common);
});
