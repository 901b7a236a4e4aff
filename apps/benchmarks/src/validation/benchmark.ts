import { isDeepStrictEqual } from "node:util";
import { schemaOf, validateResponse } from "@mpc-contract/validator";
import type { Benchmark, Comparison, Contestant, Effort } from "../benchmark.ts";
import { versionOf } from "../measure/installed.ts";
import { type Measurable, takeTurns } from "../measure/take-turns.ts";
import { microsecondsPerCall } from "../measure/time.ts";
import { compileByAjv, compileByAjvAhead } from "./ajv.ts";
import { pageOf, withTexts, wrongPages } from "./page.ts";
import { generateZodSchema } from "./zod.ts";

export const benchmark: Benchmark = {
  title: "Validation",
  question:
    "What does it cost to check a page of tasks against the contract, beside what JSON.parse takes to read it?",
  run,
};

const bodyAlone =
  "It looks at the body alone, tolerantly. Ours looks at a response, strictly: at status, headers and content type, too, which is most of the work for a page of one task. What it takes for the body alone is in its other row, and is less.";

interface Validator extends Contestant {
  accepts: (page: unknown) => boolean;
}

async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  const validators = await allValidators();
  const refused = refusedBy(validators);
  const pages = [1, 10, 100].map((count) => ({
    name: count === 1 ? "1 task" : `${count} tasks`,
    page: pageOf(count),
  }));
  pages.push({ name: "100 tasks, IDs and times as texts", page: withTexts(pageOf(100)) });
  for (const { name, page } of pages) {
    const text = JSON.stringify(page);
    const measured = (work: () => unknown): Pick<Measurable, "measure"> => ({
      measure: () => microsecondsPerCall(work, quick ? 5 : 40),
    });
    const able = validators.filter(({ accepts }) => accepts(page));
    yield {
      title: `A page of ${name}`,
      unit: { name: "µs", better: "less" },
      same: `${acceptedBy(able, validators)}; ${refused}. Ours is code that Ajv has written ahead of time, by itself for a whole response, strictly, and for the body alone, tolerantly, as the others are`,
      entries: await takeTurns(
        [
          ...able.map(({ accepts, ...contestant }) => ({ ...contestant, ...measured(() => accepts(page)) })),
          { name: "JSON.parse alone", kind: "limit", ...measured(() => void JSON.parse(text)) },
        ],
        quick ? 1 : 11,
      ),
    };
  }
}

async function allValidators(): Promise<Validator[]> {
  const headers = { "Content-Type": "application/json" };
  const body = schemaOf("EncryptionTaskPage", "tolerant")["~standard"];
  const zod = await generateZodSchema();
  return [
    {
      name: "ours (Ajv standalone), a response",
      kind: "ours",
      accepts: (page) =>
        validateResponse({ status: 200, headers, body: page }, "listEncryptionTasks").length === 0,
    },
    {
      name: "ours (Ajv standalone), body alone",
      kind: "ours",
      accepts: (page) => body.validate(page).issues === undefined,
    },
    {
      name: "Ajv standalone, body alone",
      version: versionOf("ajv"),
      kind: "peer",
      accepts: compileByAjvAhead(),
      whenAhead: bodyAlone,
    },
    {
      name: "Ajv at run time, body alone",
      version: versionOf("ajv"),
      kind: "peer",
      accepts: compileByAjv(),
      whenAhead: bodyAlone,
    },
    {
      name: `zod ${versionOf("zod")} by orval, body alone`,
      version: versionOf("orval"),
      kind: "peer",
      accepts: (page) => zod.safeParse(page).success,
    },
  ];
}

/** Who takes a right page, in words. Only zod may refuse one, and only for its texts. */
function acceptedBy(able: Validator[], all: Validator[]): string {
  if (able.length === all.length) return "all take the page";
  if (able.length < all.length - 1 || able.includes(all.at(-1)!)) throw new Error("a right page is refused");
  return "all but zod take the page: the schema of orval takes the least number of a time for the least length of a text";
}

/** Which wrong pages are refused, in words. Ours must refuse all, and all but zod those that are not only strictly wrong. */
function refusedBy(validators: Validator[]): string {
  const wrong = wrongPages();
  const [ours, ...passing] = validators.map(({ accepts }) => wrong.filter(({ page }) => accepts(page)));
  const onlyStrict = wrong.filter((each) => each.onlyStrict);
  const tolerant = passing.slice(0, -1).map(() => onlyStrict);
  if (!isDeepStrictEqual([ours, ...passing.slice(0, -1)], [[], ...tolerant]))
    throw new Error("wrong pages pass that should not");
  return `of ${wrong.length} wrong pages of the contract ours refuses all, ours for the body alone and Ajv all but ${onlyStrict.length} with properties or words that it does not list, zod all but ${passing.at(-1)!.length}`;
}
