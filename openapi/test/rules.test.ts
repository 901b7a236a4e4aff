import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import plugin from "../rules/plugin.ts";
import { configuredRules } from "./rules/configured-rules.ts";
import { lint } from "./rules/lint.ts";
import type { Problem } from "./rules/lint.ts";
import { rulesOfValues } from "./rules/rules-of-values.ts";
import { rulesOfWords } from "./rules/rules-of-words.ts";
import { changed, small } from "./rules/small.ts";

const casesOf = { ...rulesOfWords, ...rulesOfValues, ...configuredRules };
const ruleCases = Object.entries(casesOf).map(([rule, cases]) => ({
  rule,
  cases: cases.map((each) => ({ ...each, rule })),
}));
const allCases = ruleCases.flatMap(({ cases }) => cases);

/** What is found in each case, in their order. One run of the linter does for all. */
let found: Problem[][] = [];
let foundInSmall: Problem[] = [];

beforeAll(async () => {
  const documents = allCases.map(({ change, files }) => ({ "openapi.yaml": changed(change), ...files }));
  [foundInSmall = [], ...found] = await lint([{ "openapi.yaml": small }, ...documents]);
});

test("every rule is switched on, as an error, and has its cases here", async () => {
  const { rules } = parse(await readFile(new URL("../../redocly.yaml", import.meta.url), "utf8")) as {
    rules: Record<string, string | { severity?: string }>;
  };
  expect(Object.keys(rules)).toEqual(
    expect.arrayContaining(Object.keys(plugin().rules.oas3).map((rule) => `contract/${rule}`)),
  );
  expect(Object.keys(casesOf)).toEqual(expect.arrayContaining(Object.keys(rules)));
  for (const setting of Object.values(rules)) {
    expect(typeof setting === "string" ? setting : (setting.severity ?? "error")).toBe("error");
  }
});

test("the small document keeps every convention", () => {
  expect(foundInSmall).toEqual([]);
});

describe.each(ruleCases)("$rule", ({ cases }) => {
  test.each(cases)("$what", (each) => {
    const problems = found[allCases.indexOf(each)] ?? [];
    if (each.at === undefined) {
      expect(problems).toEqual([]);
      return;
    }
    const ofRule = problems.filter(({ rule }) => rule === each.rule);
    const places = new Set(ofRule.map(({ file, at }) => file + at));
    expect([...places]).toEqual(
      [each.at].flat().map((at) => (at.includes("#") ? at : `openapi.yaml#/${at}`)),
    );
    if (/^(?:contract|rule)\//.test(each.rule)) {
      // One line: what is wrong, and how to mend it.
      for (const { message } of ofRule) expect(message).toMatch(/^[^\n]+[.:] [^\n]+\.$/);
    }
  });
});
