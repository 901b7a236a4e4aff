import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readContract } from "../generate/index.ts";
import type { Json } from "../generate/index.ts";
import { textsOf } from "../overlays/texts.ts";
import { escape, valueAt } from "../source/claims.ts";

type Node = { [key: string]: Json };

const contract = await readContract();
const file = new URL("../dist/openapi.zh-CN.json", import.meta.url);
const chinese = JSON.parse(await readFile(file, "utf8")) as Node;

test("the bundle in Chinese differs from the contract in its texts only", () => {
  const { texts } = textsOf(contract);
  expect([...textsOf(chinese).texts.keys()]).toEqual([...texts.keys()]);
  const back = structuredClone(chinese);
  for (const [pointer, text] of texts) {
    const end = pointer.lastIndexOf("/");
    const parent = valueAt(back, pointer.slice(0, end)) as Node;
    const key = pointer.slice(end + 1);
    expect(parent[key]).not.toBe(text);
    parent[key] = text;
  }
  expect(JSON.stringify(back)).toBe(JSON.stringify(contract));
});

test("a key below `properties` and `responses` is a name; examples and defaults go over the wire", () => {
  const node = (text: string) => ({ description: text });
  const { texts } = textsOf({
    responses: { default: node("a response") },
    schema: {
      properties: { description: node("a property"), example: node("another") },
      default: node("no text"),
      example: node("no text"),
      examples: [node("no text")],
    },
    content: { examples: { One: { summary: "an example", value: node("no text") } } },
  });
  expect([...texts.values()]).toEqual(["a response", "a property", "another", "an example"]);
});

test("a sentence of the contract is a text to translate, the message of an error, a tag or a value", () => {
  const { texts } = textsOf(contract);
  const others: string[] = [];
  const read = (node: Json, pointer: string) => {
    if (typeof node === "string" && node.includes(" ") && !texts.has(pointer)) others.push(pointer);
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      read(value, `${pointer}/${escape(key)}`);
    }
  };
  read(contract, "");
  const known =
    /\/x-error-codes\/[^/]+\/message$|\/tags\/\d+(?:\/name)?$|\/(?:example|examples\/\d+|value)(?:\/|$)/;
  expect(others.filter((pointer) => !known.test(pointer))).toEqual([]);
});
