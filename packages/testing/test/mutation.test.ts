// The checks notice a wrong contract: every fault put into it, as long as the exchanges are all there.
import { readExchanges } from "@mpc-contract/openapi/generate";
import { describe, expect, test } from "vitest";
import {
  createCoverage,
  type Exchange,
  type Mutant,
  mutationsOf,
  readContract,
  runMutations,
  suggestExchange,
  unseenItems,
} from "../src/index.ts";
import { runCli } from "./run-cli.ts";
import { fileURLToPath } from "node:url";
import { small } from "./small.ts";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const contract = await readContract(new URL("../../../openapi/openapi.yaml", import.meta.url));
const { invalid, valid } = await readExchanges();
const exchanges: Exchange[] = [...valid, ...invalid];

describe("without the exchange that shows it, a fault goes unnoticed, and is named", () => {
  test.each([
    [
      "list-size-101",
      "maximum 100 → 101",
      'add an exchange that "breaks" this with 101, which the mutant admits',
    ],
    [
      "list-project-of-65-characters",
      "pattern [0-9A-Za-z_-]{1,64} at 1: one more",
      "which the mutant admits",
    ],
    [
      "list-temporary-key-without-a-signature",
      "AkSk not needed in credentials 3",
      "lacking these credentials alone",
    ],
    [
      "list-the-day-of-the-examples",
      "default 10 removed",
      'whose "defaults" give the one that the service took',
    ],
    ["list-tasks-at-the-bounds", "minimum 0 → 1", "which the contract admits and the mutant does not"],
  ])("%s", (name, what, hint) => {
    const rest = exchanges.filter((exchange) => exchange.name !== name);
    expect(rest).toHaveLength(exchanges.length - 1);
    const faults = [...mutationsOf(contract.root)].filter((mutation) => mutation.what === what);
    expect([...runMutations(contract, exchanges, faults)].map(({ result }) => result)).not.toContain(
      "survived",
    );
    const survivors = [...runMutations(contract, rest, faults)].filter(({ result }) => result === "survived");
    expect(survivors.map((mutant) => suggestExchange(contract, mutant)).join()).toContain(hint);
  });
});

describe("what no message can show is proven, and not listed by hand", () => {
  const api = (schema: object, more: object = {}): object => ({
    openapi: "3.1.1",
    info: { title: "One", version: "1.0.0" },
    paths: {
      "/things": {
        get: {
          operationId: "get",
          parameters: [{ name: "p", in: "query", schema }],
          responses: { "204": { description: "Done." }, default: { description: "Wrong." }, ...more },
        },
      },
    },
  });
  const outcomes = async (document: object): Promise<string[]> =>
    [...runMutations(await readContract(document), [])].map(
      (mutant: Mutant) => `${mutant.result}: ${mutant.what}`,
    );

  test("a single text is sent the same way in every style", async () => {
    expect(await outcomes(api({ type: "string" }))).toContain("equivalent: style form → pipeDelimited");
    expect(await outcomes(api({ type: "array" }))).not.toContain("equivalent: explode true → false");
  });
  test("listed words are all that a type can admit", async () => {
    expect(await outcomes(api({ type: "string", enum: ["a"] }))).toContain(
      "equivalent: type string → string or null",
    );
    expect(await outcomes(api({ type: "string", enum: ["a", null] }))).not.toContain(
      "equivalent: type string → string or null",
    );
  });
  test("a status that a wider one says the same of", async () => {
    expect(await outcomes(api({}, { "400": { description: "Bad." } }))).toContain(
      "equivalent: status 400 dropped",
    );
    const different = { "400": { description: "Bad.", content: { "application/json": {} } } };
    expect(await outcomes(api({}, different))).not.toContain("equivalent: status 400 dropped");
  });
});

describe("coverage", () => {
  test("each part of the contract is seen, kept and broken", () => {
    const { coverage, see } = createCoverage(contract);
    for (const exchange of exchanges) see(exchange);
    expect(unseenItems(coverage).map(({ item, unseen }) => `${unseen} ${item.key}`)).toEqual([]);
    expect(coverage.undocumented).toEqual(new Set());
    expect(coverage.items.size).toBeGreaterThan(300);
  });

  test("what is not seen is told, and so is what the contract does not have", async () => {
    const pets = await readContract(small);
    const { coverage, see } = createCoverage(pets);
    const headers = { "content-type": "application/json", date: "today", "x-debug": "1" };
    see({
      name: "",
      request: { method: "GET", url: "/pets/1", headers: {} },
      response: { status: 200, headers, body: { id: 1, name: "Rex" } },
    });
    const unseen = unseenItems(coverage).map(({ item, unseen }) => `${unseen} ${item.kind} ${item.label}`);
    expect(unseen).toContain("kept status 404");
    expect(unseen).toContain("broken keyword minimum");
    expect(unseen).not.toContain("kept property name");
    expect([...coverage.undocumented]).toEqual(["getPet response 200 x-debug"]);
  });
});

describe("coverage goes through schemas of every kind", () => {
  const keptOf = async (schema: object, body: unknown): Promise<string[]> => {
    const api = structuredClone(small);
    const content = { "application/json": { schema } };
    api.paths["/pets/{id}"].get.responses["200"] = { description: "Any.", content } as never;
    const { coverage, see } = createCoverage(await readContract(api));
    const response = { status: 200, headers: { "content-type": "application/json" }, body };
    see({ name: "", request: { method: "GET", url: "/pets/1", headers: {} }, response });
    const place = "#/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema/";
    return [...coverage.kept.keys()]
      .filter((key) => key.startsWith(place))
      .map((key) => key.slice(place.length));
  };
  const text = { type: "string", minLength: 1 };
  const number = { type: "integer", minimum: 1 };
  test.each<[string, object, unknown, string[], string[]]>([
    [
      "the alternative that fits",
      { oneOf: [text, number] },
      1,
      ["oneOf", "oneOf/1", "oneOf/1/minimum"],
      ["oneOf/0"],
    ],
    ["all parts", { allOf: [text, { maxLength: 3 }] }, "a", ["allOf/0/minLength", "allOf/1/maxLength"], []],
    [
      "items, and those in places of their own",
      { prefixItems: [text], items: number },
      ["a", 1],
      ["prefixItems/0/minLength", "items/minimum"],
      [],
    ],
    ["no items", { items: number }, [], [], ["items/minimum"]],
    [
      "names of a pattern",
      { patternProperties: { "^a": text } },
      { ab: "x" },
      ["patternProperties/^a/minLength"],
      [],
    ],
    [
      "other properties",
      { properties: { a: text }, additionalProperties: number },
      { b: 1 },
      ["additionalProperties/minimum"],
      ["properties/a"],
    ],
    [
      "what holds under a condition",
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      { if: { minimum: 5 }, then: { maximum: 9 }, else: { minimum: 1 } },
      6,
      ["then/maximum"],
      ["else/minimum"],
    ],
    [
      "what holds otherwise",
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      { if: { minimum: 5 }, then: { maximum: 9 }, else: { minimum: 1 } },
      4,
      ["else/minimum"],
      ["then/maximum"],
    ],
    [
      "what goes with a property",
      { dependentSchemas: { a: { maxProperties: 2 } } },
      { a: 1 },
      ["dependentSchemas/a/maxProperties"],
      [],
    ],
    ["an item that is looked for", { contains: text }, [1, "a"], ["contains", "contains/minLength"], []],
    ["each type of several", { type: ["string", "null"] }, null, ["type", 'type="null"'], ['type="string"']],
    [
      "keywords that are silent about a value are not shown by it",
      { minLength: 1, minimum: 1 },
      1,
      ["minimum"],
      ["minLength"],
    ],
  ])("%s", async (_, schema, body, kept, unseen) => {
    const seen = await keptOf(schema, body);
    expect(seen).toEqual(expect.arrayContaining(kept));
    expect(seen.filter((key) => unseen.includes(key))).toEqual([]);
  });
});

describe("on the command line", () => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const dist = join(root, "openapi/dist/exchanges.json");
  const api = join(root, "openapi/openapi.yaml");

  test("coverage shows a table, and a page of the contract", async () => {
    const folder = await mkdtemp(join(tmpdir(), "coverage-"));
    const all = await runCli("coverage", "--api", api, "--html", join(folder, "all.html"), dist);
    expect(all.out).toContain("✓ all of the contract was seen");
    expect(all.code).toBe(0);
    const some = join(folder, "some.json");
    await writeFile(some, JSON.stringify(valid));
    const part = await runCli(
      "coverage",
      "--api",
      api,
      "--html",
      join(folder, "some.html"),
      "--json",
      join(folder, "some.json.out"),
      some,
    );
    expect(part.out).toMatch(/^never broken  keyword maximum +.*Size\.yaml:\d+$/m);
    expect(part.code).toBe(1);
    expect((await runCli("coverage", "--api", api, "--floor", "50", some)).code).toBe(0);
    const page = await readFile(join(folder, "some.html"), "utf8");
    expect(page).toMatch(/<tr class="never" id="[^"]*Size\.yaml:\d+" title="keyword maximum: never broken">/);
    expect(await readFile(join(folder, "all.html"), "utf8")).not.toContain('<tr class="never"');
    expect(JSON.parse(await readFile(join(folder, "some.json.out"), "utf8"))).toMatchObject({
      undocumented: [],
    });
    await rm(folder, { recursive: true });
  });

  test("mutate names the survivors, and refuses exchanges that are wrong", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mutate-"));
    const pets = join(folder, "api.json");
    await writeFile(pets, JSON.stringify(small));
    const one = {
      request: { method: "GET", url: "/pets/1", headers: {} },
      response: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: { id: 1, name: "Rex" },
      },
    };
    await writeFile(join(folder, "one.json"), JSON.stringify(one));
    const { code, out } = await runCli("mutate", "--api", pets, join(folder, "one.json"));
    expect(out).toContain("survived  minimum 1 → 0\n");
    expect(out).toContain('add an exchange that "breaks" this with 0, which the mutant admits');
    expect(code).toBe(1);
    expect((await runCli("mutate", "--api", pets, "--floor", "0", join(folder, "one.json"))).code).toBe(0);
    await writeFile(
      join(folder, "wrong.json"),
      JSON.stringify({ ...one, response: { ...one.response, status: 500 } }),
    );
    const wrong = await runCli("mutate", "--api", pets, join(folder, "wrong.json"));
    expect(wrong.out).toContain("must be as they should before faults can be put into the contract");
    expect(wrong.code).toBe(1);
    await rm(folder, { recursive: true });
  });
});
