// Documents that nobody here wrote: they load, their examples are checked, and faults can be put into them.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkExamples, mutationsOf, readContract, runMutations } from "../src/index.ts";

const packages = fileURLToPath(new URL("../node_modules/", import.meta.url));
const folders = ["@readme/oas-examples/3.1/json", "@readme/oas-examples/3.1/yaml", "@scalar/galaxy/dist"];
const documents = folders
  .flatMap((folder) => readdirSync(packages + folder).map((name) => `${folder}/${name}`))
  .filter((name) => !name.includes("latest") && /\.(?:json|yaml)$/.test(name));

/** How many of their examples are wrong, as they are written: defaults of `null` where a text or a list is asked for. */
const wrong: Record<string, number> = { readme: 1, "schema-types": 4 };

/** Documents whose schemas are of another dialect, on purpose. */
const refused = /schema-validation-(?:local|top-level)/;
const loaded = documents.filter((name) => !refused.test(name));

/** Of a large document not every fault is tried. */
const sample = 100;

test("there are ten and more", () => {
  expect(loaded.filter((name) => name.endsWith(".json")).length).toBeGreaterThan(10);
});

test.each(documents.filter((name) => refused.test(name)))(
  "%s is refused, and it is said why",
  async (name) => {
    await expect(readContract(packages + name)).rejects.toThrow(
      /:\d+: #\/.*draft-04\/schema#" is not supported$/,
    );
  },
);

describe.each(loaded)("%s", (name) => {
  const base = name.replace(/^.*\/(.*)\..*$/, "$1");

  test("loads, and those of its examples that are wrong are reported", async () => {
    const contract = await readContract(packages + name);
    expect(checkExamples(contract)).toHaveLength(wrong[base] ?? 0);
  });

  test("is mutated", async () => {
    const contract = await readContract(packages + name);
    const all = [...mutationsOf(contract.root)];
    const every = Math.ceil(all.length / sample) || 1;
    const mutations = all.filter((_, index) => index % every === 0);
    expect([...runMutations(contract, [], mutations)]).toHaveLength(mutations.length);
  });
});
