// `mpc-contract check` on recordings of all kinds, and on what is none.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkRecordings, readContract, RecordingError } from "../src/index.ts";
import { runCli } from "./run-cli.ts";
import { small } from "./small.ts";

let folder = "";
let api = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "check-"));
  api = await file("api.json", JSON.stringify(small));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const exchange = (body: unknown = { id: 1, name: "Rex" }, more: object = {}): object => ({
  request: { method: "GET", url: "/pets/1", headers: {} },
  response: { status: 200, headers: { "content-type": "application/json" }, body },
  ...more,
});
const entry = (text: string): object => ({
  request: { method: "GET", url: "http://localhost/pets/1", headers: [] },
  response: {
    status: 200,
    headers: [{ name: "Content-Type", value: "application/json" }],
    content: { text },
  },
});
const har = (...texts: string[]): string =>
  JSON.stringify({ log: { version: "1.2", entries: texts.map(entry) } });

describe("recordings", () => {
  test.each([
    ["a HAR", "good.har", har('{"id":1,"name":"Rex"}', '{"id":2,"name":"Tim"}'), 2],
    [
      "one exchange a line",
      "good.ndjson",
      `${JSON.stringify(exchange())}\n\n${JSON.stringify(entry('{"id":1,"name":"Rex"}'))}\r\n`,
      2,
    ],
    ["a file of exchanges", "good.json", JSON.stringify([exchange(), exchange()]), 2],
    ["an exchange in YAML", "good.yaml", JSON.stringify(exchange()), 1],
    ["groups of exchanges", "groups.json", JSON.stringify({ valid: [exchange()], invalid: [] }), 1],
  ])("%s", async (_, name, content, count) => {
    const { code, out } = await runCli("check", "--api", api, await file(name, content));
    expect(out).toContain(`✓ ${count} exchange`);
    expect(code).toBe(0);
  });

  test("a HAR has entries of any size, brackets in texts, and objects besides that are no entries", async () => {
    const name = (length: number): string => JSON.stringify({ id: 1, name: `""]}{${"é".repeat(length)}\\` });
    const entries = [name(0), name(200_000), name(0), name(70_000)].map(entry);
    const pages = [{ id: "page_1", pageTimings: { onLoad: 1 } }];
    const text = JSON.stringify({ log: { pages, entries, browser: { name: "b" } }, a: { b: { c: {} } } });
    const { code, out } = await runCli("check", "--api", api, await file("large.har", text));
    expect(out).toContain(`✓ ${entries.length} exchanges`);
    expect(code).toBe(0);
  });

  test("an exchange that says what it breaks must break that, and nothing else", async () => {
    const contract = await readContract(small);
    const breaks = {
      in: "response",
      at: "/body/id",
      rule: "minimum",
      contract: "#/components/schemas/Pet/properties/id/minimum",
    };
    const check = async (...exchanges: object[]): Promise<string[]> =>
      (await checkRecordings(contract, [await file("breaks.json", JSON.stringify(exchanges))])).problems.map(
        ({ message }) => message,
      );
    expect(await check(exchange({ id: 0, name: "Rex" }, { breaks }))).toEqual([]);
    expect(await check(exchange(undefined, { breaks }))).toEqual([
      'expected to break the rule "minimum" in a strict check, and does not',
      'expected to break the rule "minimum" in a tolerant check, and does not',
    ]);
    expect(await check(exchange({ id: 0, name: 1 }, { breaks }))).toEqual([
      "expected a text, found 1",
      "expected a text, found 1",
    ]);
  });
});

describe("reports", () => {
  let bad = "";
  beforeAll(async () => {
    bad = await file(
      "bad.ndjson",
      [{ id: 0, name: "Rex" }, { id: 1, name: "a\u001b[31m" }, { id: 0, name: "Tim" }, { id: 2 }]
        .map((body) => JSON.stringify(exchange(body)))
        .join("\n"),
    );
  });

  test("for people: each rule once, with the first exchange that breaks it", async () => {
    const { code, out } = await runCli("check", "--api", api, bad);
    expect(out).toContain(
      `✗ ${bad}:1  and 1 more\n  getPet  response /body/id\n  expected at least 1, found 0\n  minimum  ${api}:1`,
    );
    expect(out).toContain("4 exchanges checked, 3 findings in 3 of them");
    expect(out).not.toContain("\u001b");
    expect(code).toBe(1);
  });

  test("as JSON", async () => {
    const { out } = await runCli("check", "--api", api, "--format", "json", bad);
    expect(JSON.parse(out)).toMatchObject({
      exchanges: 4,
      wrong: 3,
      found: 3,
      problems: [{ exchange: `${bad}:1`, rule: "minimum" }, {}, {}],
    });
  });

  test("as JUnit", async () => {
    const { out } = await runCli("check", "--api", api, "--format", "junit", bad);
    expect(out).toContain('<testsuite name="contract" tests="4" failures="3">');
    expect(out.match(/<testcase /g)).toHaveLength(3);
    expect(
      out.match(/<failure type="minimum" message="response \/body\/id: expected at least 1, found 0">/g),
    ).toHaveLength(2);
  });

  test("as SARIF", async () => {
    const { out } = await runCli("check", "--api", api, "--format", "sarif", bad);
    const sarif = JSON.parse(out) as {
      version: string;
      runs: [{ results: { ruleId: string; locations: object[] }[] }];
    };
    expect(sarif.version).toBe("2.1.0");
    expect(sarif.runs[0].results.map(({ ruleId }) => ruleId)).toEqual(["minimum", "minimum", "required"]);
    expect(sarif.runs[0].results[1]!.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: bad }, region: { startLine: 3 } } },
    ]);
  });

  test("as annotations of GitHub", async () => {
    const { out } = await runCli("check", "--api", api, "--format", "github", bad);
    expect(out.split("\n")[0]).toBe(
      `::error file=${bad},line=1,title=minimum::response /body/id: expected at least 1, found 0`,
    );
  });

  test("examples of the contract that are wrong are findings, too", async () => {
    const wrong = structuredClone(small) as { components: { schemas: { Pet: { examples?: unknown[] } } } };
    wrong.components.schemas.Pet.examples = [{ id: 0, name: "Rex" }];
    const { code, out } = await runCli(
      "check",
      "--api",
      await file("wrong.json", JSON.stringify(wrong)),
      await file("one.json", JSON.stringify(exchange())),
    );
    expect(out).toContain("(example of the contract)");
    expect(code).toBe(1);
  });
});

describe("what is no recording is an error in one line, and never a pass", () => {
  test.each([
    ["none", "none.har", undefined, "there is no such file"],
    ["an empty one", "empty.ndjson", "", "holds no exchange"],
    ["a HAR without entries", "empty.har", '{"log":{"entries":[]}}', "holds no exchange"],
    ["a HAR cut short", "cut.har", har("{}").slice(0, -20), "cut.har"],
    ["a HAR that is none", "text.har", "<html>", "text.har: cannot be read"],
    [
      "a HAR with an entry that is no JSON",
      "odd.har",
      har("{}", "{}").replace(/,(?=[^,]*$)/, ",,"),
      "odd.har#1: not JSON",
    ],
    ["a HAR with an entry after another", "two.har", '{"log":{"entries":[{}{}]}}', "two.har"],
    [
      "a line cut short",
      "cut.ndjson",
      `${JSON.stringify(exchange())}\n{"request":`,
      "cut.ndjson:2: not JSON",
    ],
    ["a line that is no exchange", "odd.ndjson", "[]", "odd.ndjson:1: an exchange is an object"],
    [
      "a request without an address",
      "odd.json",
      '{"request":{"method":"GET"},"response":{}}',
      'the request has no "url"',
    ],
    [
      "a response without a status",
      "status.json",
      '{"request":{"method":"GET","url":"/"},"response":{"status":"200"}}',
      'the response has no "status"',
    ],
    ["broken YAML", "odd.yaml", "a: [", "odd.yaml: cannot be read"],
  ])("%s", async (_, name, content, message) => {
    const path = content === undefined ? join(folder, name) : await file(name, content);
    const { code, err, out } = await runCli("check", "--api", api, path);
    expect(err).toContain(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(out).toBe("");
    expect(code).toBe(2);
  });

  test.each([
    [[], "give a command"],
    [["no"], 'there is no command "no"'],
    [["check"], "give one file or more"],
    [
      [
        "coverage",
        "--api",
        fileURLToPath(new URL("../../../openapi/openapi.yaml", import.meta.url)),
        "--html",
        "/no/such/x.html",
        fileURLToPath(new URL("../../../openapi/dist/exchanges.json", import.meta.url)),
      ],
      "/no/such/x.html",
    ],
    [
      [
        "record",
        "--api",
        fileURLToPath(new URL("../../../openapi/openapi.yaml", import.meta.url)),
        "--target",
        "http://localhost",
        "--out",
        "/no/such/x.ndjson",
      ],
      "/no/such/x.ndjson",
    ],
    [["check", "--no", "x"], "Unknown option '--no'"],
    [["check", "--format", "no", "x"], '--format: "no" is none of text, json, junit, sarif, github'],
    [["coverage", "--floor", "101", "x"], '--floor: "101" is no number from 0 to 100'],
    [["verify", "localhost"], '"localhost" is no address'],
    [["verify", "--header", "secret", "http://localhost"], "--header: give a name"],
    [["record", "--out", "x"], "give --target URL"],
  ])("%j", async (args, message) => {
    const { code, err } = await runCli(...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

describe("inputs of all sorts", () => {
  test("a body that is nested too deeply is a finding", async () => {
    const tree = {
      ...small,
      components: {
        schemas: { Pet: { type: "object", properties: { inner: { $ref: "#/components/schemas/Pet" } } } },
      },
    };
    const deep = '{"inner":'.repeat(50_000) + "{}" + "}".repeat(50_000);
    const contract = await readContract(tree);
    const { problems } = await checkRecordings(contract, [await file("deep.har", har(deep))]);
    expect(problems.map(({ rule }) => rule)).toEqual(["depth"]);
  });

  test("a body of 100 MB is checked", async () => {
    const contract = await readContract(small);
    const path = await file(
      "large.ndjson",
      JSON.stringify(exchange({ id: 1, name: "x".repeat(100_000_000) })),
    );
    expect(await checkRecordings(contract, [path])).toMatchObject({ exchanges: 1, found: 0 });
  });

  test("names of an object's own properties are names like any other", async () => {
    const contract = await readContract(small);
    const text = '{"__proto__":{"id":1,"name":"Rex"},"constructor":1,"toString":2}';
    const { problems } = await checkRecordings(contract, [await file("proto.har", har(text))]);
    expect(problems.map(({ at, rule }) => `${at} ${rule}`).toSorted()).toEqual([
      "/body required",
      "/body required",
      "/body/__proto__ additionalProperties",
      "/body/constructor additionalProperties",
      "/body/toString additionalProperties",
    ]);
  });

  test("whatever a recording holds, it is found wrong, or refused", async () => {
    const contract = await readContract(small);
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.json({ maxDepth: 4 }),
        fc.nat(200),
        fc.constantFrom("fuzz.har", "fuzz.ndjson", "fuzz.json"),
        async (json, cut, name) => {
          // As it is, inside an exchange, and cut short.
          const whole =
            name === "fuzz.har"
              ? har(json)
              : `{"request":{"method":"GET","url":"/pets/1"},"response":{"status":200,"body":${json}}}`;
          const path = await file(name, cut < 50 ? json : cut < 100 ? whole.slice(0, cut) : whole);
          const outcome = await checkRecordings(contract, [path]).then(
            ({ found }) => (found > 0 ? "found" : "passed"),
            (error: unknown) => (error instanceof RecordingError ? "refused" : String(error)),
          );
          outcomes.add(outcome);
        },
      ),
      { seed: 31207, numRuns: 500 },
    );
    expect(outcomes).toEqual(new Set(["found", "refused"]));
  });
});
