import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Comparison, Result } from "../src/benchmark.ts";
import { terminalTable } from "../src/report/terminal.ts";
import { writeResults } from "../src/report/write.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "report-"));
});
afterEach(() => rm(folder, { recursive: true }));
const read = (file: string): Promise<string> => readFile(join(folder, file), "utf8");

const comparison: Comparison = {
  title: "A race | of <all>",
  unit: { name: "µs", better: "less" },
  same: "all run the same way",
  entries: [
    { name: "ours", kind: "ours", figures: [10, 10, 10] },
    {
      name: "the hare",
      version: "1.2.3",
      kind: "peer",
      figures: [4, 5, 6],
      whenAhead: "It has longer legs.",
    },
    { name: "the snail & co", kind: "peer", figures: [100, 200, 300] },
    { name: "the tortoise", kind: "peer", missing: "It is asleep" },
    { name: "light", kind: "limit", figures: [1] },
  ],
};

const resultOf = (comparisons: Comparison[], failure?: string): Result => ({
  title: "Running",
  question: "Who is first?",
  measured: "2026-01-02T03:04:05.000Z",
  machine: "2 legs",
  seconds: 1.5,
  comparisons,
  ...(failure === undefined ? {} : { failure }),
});

test("a result is a table, with what is missing, and with who is ahead and why", async () => {
  await writeResults(folder, { signing: resultOf([comparison], "It broke") });
  const markdown = await read("RESULTS.md");
  const ahead = markdown.slice(markdown.indexOf("## Where others are ahead"), markdown.indexOf("## Running"));
  expect(ahead).toContain("0.50 (0.40 to 0.60, 3 rounds) times ours");
  expect(ahead).toContain("It has longer legs.");
  // Neither who is behind, nor a limit, which nobody can reach.
  expect(ahead.match(/^- /gm)).toHaveLength(1);
  const rows = markdown
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  expect(rows).toEqual([
    ["", "who", "µs", "half of the rounds", "times ours", ""],
    ["", "---", "---:", "---", "---", ""],
    ["", "**ours**", "10", "", "1", ""],
    ["", "the hare 1.2.3", "5", "4.5 to 5.5", "0.50 (0.40 to 0.60, 3 rounds)", ""],
    ["", "the snail & co", "200", "150 to 250", "20 (10 to 30, 3 rounds)", ""],
    ["", "the tortoise", "missing", "It is asleep", "", ""],
    ["", "light", "1", "", "0.10 (1 round)", ""],
  ]);
  for (const said of ["Who is first?", "all run the same way", "It broke", "2026-01-02", "2 legs"])
    expect(markdown).toContain(said);
});

test("on a terminal its columns are aligned", () => {
  const lines = stripVTControlCharacters(terminalTable(comparison)).split("\n");
  expect(lines).toEqual([
    "  A race | of <all>  less is better",
    "    who                  µs  half of the rounds  times ours",
    "    ours                 10                      1",
    "    the hare 1.2.3        5  4.5 to 5.5          0.50 (0.40 to 0.60, 3 rounds)",
    "    the snail & co      200  150 to 250          20 (10 to 30, 3 rounds)",
    "    the tortoise    missing  It is asleep",
    "    light                 1                      0.10 (1 round)",
    "    Same work: all run the same way.",
  ]);
});

test("when nobody is ahead that is said, too", async () => {
  const more: Comparison = { ...comparison, unit: { name: "races", better: "more" } };
  const [ours, hare] = more.entries;
  await writeResults(folder, { signing: resultOf([{ ...more, entries: [ours!, hare!] }]) });
  expect(await read("RESULTS.md")).toContain("## Where others are ahead\n\nNowhere.\n");
});

test("a plot is XML with everyone who has figures, the worse the further right", async () => {
  await writeResults(folder, { signing: resultOf([comparison]) });
  const svg = await read("plots/signing.svg");
  expect(XMLValidator.validate(svg)).toBe(true);
  const { svg: drawing } = new XMLParser({ ignoreAttributes: false }).parse(svg) as {
    svg: { text: { "#text": string | number }[]; circle: { "@_cx": string }[] };
  };
  const texts = drawing.text.map((text) => text["#text"]);
  for (const text of ["A race | of <all>", "the hare", "the snail &amp; co", "light", "0.50×"])
    expect(texts).toContain(text.replace("&amp;", "&"));
  expect(texts).not.toContain("the tortoise");
  const [hare, snail, light] = drawing.circle.map((circle) => Number(circle["@_cx"]));
  expect(light).toBeLessThan(hare!);
  expect(hare).toBeLessThan(snail!);
  expect(await read("RESULTS.md")).toContain("(plots/signing.svg)");
});

test("what was measured earlier of another question stays", async () => {
  await writeResults(folder, { signing: resultOf([comparison]) });
  await writeResults(folder, { validation: { ...resultOf([]), title: "Later" } });
  expect(Object.keys(JSON.parse(await read("results.json")) as object)).toEqual(["signing", "validation"]);
  expect(await read("RESULTS.md")).toMatch(/## Running[^]*## Later/);
});
