import type { StandardSchemaV1 } from "@standard-schema/spec";
import { expect, expectTypeOf, test } from "vitest";
import { querySchemaOf, schemaOf } from "../src/index.ts";

const place = { bucket: "obs-apitest-01", location: "cn-north-4", object: "encrypt/m3u8/index.m3u8" };

test("a schema gives the value back as its type", () => {
  const schema = schemaOf("EncryptionInput");
  expect(schema["~standard"].validate(place)).toEqual({ value: place });
  expectTypeOf(schema).toExtend<StandardSchemaV1>();
  expectTypeOf<StandardSchemaV1.InferOutput<typeof schema>>().toEqualTypeOf<{
    bucket: string;
    location: string;
    object: string;
  }>();
});

test("a schema says what is wrong and where", () => {
  const result = schemaOf("EncryptionTaskRequest")["~standard"].validate({
    input: { ...place, object: "film.mp4" },
    output: place,
    encryption: { hls_encrypt: { key: "AAAAAAAAAAAAAAAAAAAAAA==", url: "https://k", "a/b": 1 } },
  });
  expect(result.issues).toEqual([
    {
      path: ["input", "object"],
      message: 'expected a path that ends in `.m3u8` or `.mpd`, found "film.mp4"',
    },
    { path: ["encryption", "hls_encrypt", "a/b"], message: 'expected nothing of that name, found "a/b"' },
  ]);
});

test("what is missing is said at its own place, and places in lists are numbers", () => {
  const page = { task_array: [{ task_id: 1 }], is_truncated: 0 };
  const { issues } = schemaOf("EncryptionTaskPage")["~standard"].validate(page);
  expect(issues?.map(({ path }) => path)).toEqual([["total"], ["task_array", 0, "status"]]);
});

test("strength decides on what the contract leaves open", () => {
  const value = { ...place, more: true };
  expect(schemaOf("EncryptionInput", "strict")["~standard"].validate(value)).toHaveProperty("issues");
  expect(schemaOf("EncryptionInput", "tolerant")["~standard"].validate(value)).toHaveProperty("value");
});

test("the query of an operation", () => {
  const schema = querySchemaOf("listEncryptionTasks")["~standard"];
  expect(schema.validate({ task_id: ["31207"], size: 100 })).toHaveProperty("value");
  const eleven = Array.from({ length: 11 }, (_, index) => String(index));
  expect(schema.validate({ task_id: eleven })).toEqual({
    issues: [{ path: ["task_id"], message: "expected at most 10 items, found a list of 11" }],
  });
});
