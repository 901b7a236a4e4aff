import { describe, expect, test } from "vitest";
import { readContract } from "../generate/index.ts";
import { check } from "../source/check.ts";
import { escape } from "../source/claims.ts";
import { readPage } from "../source/page.ts";
import type { Row, Table } from "../source/page.ts";

type Node = { [key: string]: unknown };

const contract = await readContract();
const page = await readPage();
const path = `/paths/${escape(page.operation.path)}`;
const operation = `${path}/${page.operation.method}`;

/** A copy of the contract that can be changed, and what stands in it at a JSON Pointer. */
function copy() {
  const changed = structuredClone(contract);
  const at = (pointer: string) =>
    pointer
      .split("/")
      .slice(1)
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce((node, step) => node[step] as Node, changed as Node);
  return { changed, at };
}
type Copy = ReturnType<typeof copy>;

/** The rows that a contract does not keep, such as `query parameters: size`. */
function namesOfBroken(changed: Copy["changed"]): string[] {
  return check(page, changed).rows.map(({ table, row }) => `${table}: ${row}`);
}

/** What the contract itself does not keep has a test of its own; no change of a copy is to blame for it. */
const brokenBefore = new Set(namesOfBroken(contract));
const unlistedBefore = new Set(check(page, contract).unlisted);

/** The rows that a change broke. */
function broken(changed: Copy["changed"]): string[] {
  return namesOfBroken(changed).filter((row) => !brokenBefore.has(row));
}

/** The component of a parameter or of a header. */
function component({ at }: Copy, kind: "parameters" | "securitySchemes", name: string, place?: string) {
  const found = Object.entries(at(`/components/${kind}`) as Record<string, Node>).find(
    ([, node]) =>
      (node["name"] === name && (place === undefined || node["in"] === place)) ||
      (name === "Authorization" && node["type"] === "http") ||
      (name === "X-Project_Id" && node["name"] === "X-Project-Id"),
  );
  if (found === undefined) throw new Error(`The contract has no ${place ?? "header"} ${name}`);
  return { key: found[0], node: found[1] };
}

/** The schema that a row is about, written out in its own place, so that a change of it is of that row alone. */
function schemaOf(copied: Copy, table: Table, name: string): Node {
  const holder = table.at
    ? copied.at(`${table.at}/properties`)
    : component(copied, "parameters", name, table.of).node;
  const key = table.at ? name : "schema";
  const schema = holder[key] as Node;
  const target = typeof schema["$ref"] === "string" ? copied.at(schema["$ref"].slice(1)) : schema;
  // What is declared of its type is taken away: the difference made here is declared by nobody.
  const { "x-discrepancy": _, ...plain } = structuredClone(target);
  holder[key] = plain;
  return plain;
}

function remove(copied: Copy, table: Table, name: string) {
  const alternatives = copied.at("/security") as unknown as Node[];
  if (table.at) delete copied.at(`${table.at}/properties`)[name];
  else if (table.of === "response") delete copied.at(`${operation}/responses`)[name];
  else if (table.of === "header") {
    const { key } = component(copied, "securitySchemes", name);
    delete copied.at("/components/securitySchemes")[key];
    for (const alternative of alternatives) delete alternative[key];
  } else {
    const { key } = component(copied, "parameters", name, table.of);
    const holder = copied.at(table.of === "path" ? path : operation);
    const list = holder["parameters"] as Node[];
    holder["parameters"] = list.filter(({ $ref }) => $ref !== `#/components/parameters/${key}`);
  }
}

function changeType(copied: Copy, table: Table, name: string) {
  if (table.of === "response") {
    const response = copied.at(`${operation}/responses`);
    response[name] = { content: { "application/json": { schema: { type: "object" } } } };
  } else if (table.of === "header") {
    Object.assign(component(copied, "securitySchemes", name).node, { type: "apiKey", in: "cookie" });
  } else {
    Object.assign(schemaOf(copied, table, name), { type: "boolean" });
  }
}

function changeMandatory(copied: Copy, table: Table, name: string, row: Row) {
  if (table.of === "header") {
    const { key } = component(copied, "securitySchemes", name);
    for (const alternative of copied.at("/security") as unknown as Node[]) alternative[key] = [];
  } else {
    component(copied, "parameters", name, table.of).node["required"] = !row.mandatory;
  }
}

/** All that can be wrong with a row. */
function faults(table: Table, name: string, row: Row): [what: string, fault: (copied: Copy) => void][] {
  const list: [string, (copied: Copy) => void][] = [
    ["lacks it", (copied) => remove(copied, table, name)],
    ["gives it another type", (copied) => changeType(copied, table, name)],
  ];
  if (row.mandatory !== undefined && name !== "Authorization") {
    list.push([
      "turns around whether it is mandatory",
      (copied) => changeMandatory(copied, table, name, row),
    ]);
  }
  if (row.mandatoryWithSignature && name !== "Authorization") {
    list.push([
      "has a signature go without it",
      (copied) => {
        const { key } = component(copied, "securitySchemes", name);
        delete (copied.at("/security") as unknown as Node[])[2]?.[key];
      },
    ]);
  }
  for (const bound of ["minimum", "maximum", "maxItems", "default"].filter((key) => key in row)) {
    list.push([`has another ${bound}`, (copied) => (schemaOf(copied, table, name)[bound] = 7)]);
    list.push([`has no ${bound}`, (copied) => delete schemaOf(copied, table, name)[bound]]);
  }
  if (row.format !== undefined) {
    const pattern = "^[0-9]{8}(?:[0-9]{6})?$";
    list.push(["has another format", (copied) => (schemaOf(copied, table, name)["pattern"] = pattern)]);
    list.push(["has no format", (copied) => delete schemaOf(copied, table, name)["pattern"]]);
  }
  if (row.type === "Array of strings") {
    const items = { type: "integer" };
    list.push(["has other items", (copied) => (schemaOf(copied, table, name)["items"] = items)]);
  } else if (row.type?.startsWith("Array of")) {
    const items = { $ref: "#/components/schemas/ObsObject" };
    list.push(["has other items", (copied) => (schemaOf(copied, table, name)["items"] = items)]);
  } else if (row.type?.endsWith("object")) {
    const other = { $ref: "#/components/schemas/ErrorBody" };
    list.push(["refers to another object", ({ at }) => (at(`${table.at}/properties`)[name] = other)]);
  }
  return list;
}

const rows = Object.entries(page.tables).flatMap(([tableName, table]) =>
  Object.entries(table.rows).map(([name, row]) => ({
    title: `${tableName}: ${name}`,
    faults: faults(table, name, row),
  })),
);

test("the contract keeps every row of the page", () => {
  expect(check(page, contract).rows).toEqual([]);
  expect(rows).toHaveLength(31);
});

describe.each(rows)("$title is named when the contract", ({ title, faults }) => {
  test.each(faults)("%s", (_, fault) => {
    const copied = copy();
    fault(copied);
    expect(broken(copied.changed)).toEqual([title]);
  });
});

test("all headers of a signature are named when every request must be signed", () => {
  const { changed, at } = copy();
  (at("/security") as unknown as Node[]).shift();
  expect(broken(changed)).toEqual([
    // What no request can have any more.
    "request headers: X-Auth-Token",
    "request headers: Authorization",
    "request headers: X-Project_Id",
    "request headers: X-Sdk-Date",
  ]);
});

test("a difference is none when it is declared in the words of the page", () => {
  const { changed, at } = copy();
  const reason = { documented: "A.", observed: "B.", decision: "C." };
  const total = at("/components/schemas/EncryptionTaskPage/properties/total");
  Object.assign(total, { type: "string" });
  expect(broken(changed)).toEqual(["response 200: total"]);
  Object.assign(total, { "x-discrepancy": reason });
  expect(broken(changed)).toEqual(["response 200: total"]);
  Object.assign(total, { "x-discrepancy": { ...reason, documented: "The page types it as Integer." } });
  expect(broken(changed)).toEqual([]);
});

describe("what the page lacks", () => {
  test("is listed with its grade, and nothing else is", () => {
    const { unlisted, stale } = check(page, contract);
    const list = "the additions in openapi/source/querying-encryption-tasks.yaml";
    expect(unlisted, `Find out where it is known from, and add it to ${list}`).toEqual([]);
    expect(stale, `Take it off ${list}`).toEqual([]);
    expect(Object.keys(page.additions).toSorted()).toEqual(["assumption", "docs", "example", "sdk"]);
  });

  const task = "/components/schemas/EncryptionTask";
  const slips: [string, (copied: Copy) => void, string][] = [
    [
      "a word of a status",
      ({ at }) =>
        (at("/components/schemas/TaskStatus/x-extensible-enum") as unknown as string[]).push("LOST"),
      '/components/schemas/TaskStatus/x-extensible-enum: "LOST"',
    ],
    [
      "a property",
      ({ at }) => (at(`${task}/properties`)["progress"] = { type: "integer" }),
      `${task}/properties/progress/type: "integer"`,
    ],
    [
      "a property that says nothing",
      ({ at }) => (at(`${task}/properties`)["progress"] = { description: "A." }),
      `${task}/properties/progress: {}`,
    ],
    [
      "a required property",
      ({ at }) => (at(`${task}/required`) as unknown as string[]).push("input"),
      `${task}/required: "input"`,
    ],
    [
      "a bound",
      ({ at }) => (at("/components/parameters/Page/schema")["maximum"] = 60_000),
      "/components/parameters/Page/schema/maximum: 60000",
    ],
    [
      "a response",
      ({ at }) => (at(`${operation}/responses`)["402"] = { $ref: "#/components/responses/Forbidden" }),
      `${operation}/responses/402/$ref: "#/components/responses/Forbidden"`,
    ],
    [
      "a response header",
      ({ at }) => (at(`${operation}/responses/200/headers`)["ETag"] = { schema: { type: "string" } }),
      `${operation}/responses/200/headers/ETag/schema/type: "string"`,
    ],
    [
      "a way to authenticate",
      ({ at }) => (at("/security") as unknown as Node[]).push({ Token: [], SecurityToken: [] }),
      "/security/3/SecurityToken: []",
    ],
  ];
  test.each(slips)("does not slip in: %s", (_, change, expected) => {
    const copied = copy();
    change(copied);
    const { unlisted } = check(page, copied.changed);
    expect(unlisted.filter((fact) => !unlistedBefore.has(fact))).toEqual([expected]);
  });

  test("does not slip in: a parameter", () => {
    const { changed, at } = copy();
    const parameter = { name: "sort", in: "query", schema: { type: "boolean" } };
    (at(`${operation}/parameters`) as unknown as Node[]).push(parameter);
    expect(check(page, changed).unlisted).toContain(`${operation}/parameters/6/name: "sort"`);
  });

  test("is taken off the list when the contract no longer says it", () => {
    const { changed, at } = copy();
    delete at("/components/parameters/Page/schema")["maximum"];
    expect(check(page, changed).stale).toEqual(["/components/parameters/Page/schema/maximum: 50000"]);
  });
});
