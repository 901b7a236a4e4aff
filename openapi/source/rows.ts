import type { Json } from "../generate/index.ts";
import { claim, escape, follow, valueAt } from "./claims.ts";
import type { Claim } from "./claims.ts";
import type { Page, Row, Table } from "./page.ts";

/** What the contract makes of a row. */
export interface Reading {
  /** What it has otherwise, and the words of the page for it. */
  wrong: { what: string; documented: string }[];
  /** What it says because of the row. */
  covered: Claim[];
  /** Where an `x-discrepancy` may declare what is wrong. */
  places: string[];
}

/** Reads the place of a row in the contract. Nothing, when it has none. */
export function readRow(
  page: Page,
  contract: Json,
  table: Table,
  name: string,
  row: Row,
): Reading | undefined {
  if (table.at !== undefined) {
    const place = `${table.at}/properties/${name}`;
    return valueAt(contract, place) === undefined ? undefined : readSchema(page, contract, place, row);
  }
  if (table.of === "header") return readHeader(contract, name, row);
  if (table.of === "response") return readResponse(page, contract, name, row);
  return readParameter(page, contract, table.of, name, row);
}

/** Expects a value, or one of several, at a JSON Pointer. */
function expect(reading: Reading, contract: Json, pointer: string, value: unknown, documented: unknown) {
  const said = valueAt(contract, pointer);
  reading.covered.push(claim(pointer, value));
  if (Array.isArray(said) ? said.includes(value as Json) : said === value) return;
  reading.wrong.push({
    what: `the contract does not say ${claim(pointer, value)}`,
    documented: String(documented),
  });
}

function readParameter(
  page: Page,
  contract: Json,
  kind: Table["of"],
  name: string,
  row: Row,
): Reading | undefined {
  const path = `/paths/${escape(page.operation.path)}`;
  for (const list of [`${path}/parameters`, `${path}/${page.operation.method}/parameters`]) {
    for (const index of ((valueAt(contract, list) ?? []) as Json[]).keys()) {
      const { pointer, passed } = follow(contract, `${list}/${index}`);
      if (valueAt(contract, `${pointer}/name`) !== name) continue;
      if (valueAt(contract, `${pointer}/in`) !== kind) continue;
      const reading = readSchema(page, contract, `${pointer}/schema`, row);
      reading.places.push(pointer);
      reading.covered.push(claim(`${pointer}/name`, name), claim(`${pointer}/in`, kind), ...passed);
      reading.covered.push(claim(`${pointer}/required`, row.mandatory));
      if ((valueAt(contract, `${pointer}/required`) ?? false) !== row.mandatory) {
        const what = `the contract does not say that it is ${row.mandatory ? "mandatory" : "optional"}`;
        reading.wrong.push({ what, documented: "mandatory" });
      }
      return reading;
    }
  }
  return undefined;
}

const formats = {
  yyyymmddhhmmss: { takes: "20201119103952", refuses: ["2020-11-19T10:39:52Z", "20201119", "1605782392000"] },
};

function readSchema(page: Page, contract: Json, place: string, row: Row): Reading {
  const { pointer, passed } = follow(contract, place);
  const reading: Reading = { wrong: [], covered: passed, places: [place, pointer] };
  const { type = "", format } = row;
  const [, items] = /^Array of (.+)s$/.exec(type) ?? [];
  const [, object] = /^(\w+) object$/.exec(type) ?? [];
  if (object !== undefined) {
    // The reference is what says which object it is.
    expect(reading, contract, `${place}/$ref`, `#${page.tables[object]?.at}`, type);
    expect(reading, contract, `${pointer}/type`, "object", type);
  } else {
    expect(
      reading,
      contract,
      `${pointer}/type`,
      type.startsWith("Array") ? "array" : type.toLowerCase(),
      type,
    );
  }
  if (items !== undefined) {
    const { wrong, covered, places } = readSchema(page, contract, `${pointer}/items`, { type: items });
    reading.wrong.push(...wrong);
    reading.covered.push(...covered);
    reading.places.push(...places);
  }
  for (const bound of ["minimum", "maximum", "maxItems", "default"] as const) {
    if (row[bound] !== undefined) expect(reading, contract, `${pointer}/${bound}`, row[bound], row[bound]);
  }
  if (format !== undefined) {
    const pattern = valueAt(contract, `${pointer}/pattern`);
    const { takes, refuses } = formats[format];
    const accepts = (text: string) => typeof pattern === "string" && new RegExp(pattern).test(text);
    reading.covered.push(claim(`${pointer}/pattern`, pattern));
    if (!accepts(takes) || refuses.some(accepts)) {
      reading.wrong.push({ what: `its pattern is not that of ${format}`, documented: format });
    }
  }
  return reading;
}

/** A header of a request stands in the contract as a security scheme, and in the lists of those that go together. */
function readHeader(contract: Json, name: string, row: Row): Reading | undefined {
  const schemes = Object.entries(
    (valueAt(contract, "/components/securitySchemes") ?? {}) as Record<string, Json>,
  );
  const key = schemes.find(([, scheme]) => isHeader(scheme, name))?.[0];
  if (key === undefined) return undefined;
  const place = `/components/securitySchemes/${key}`;
  const parts = ["type", "in", "name"].map((part) => `${place}/${part}`);
  const alternatives = (valueAt(contract, "/security") ?? []) as Record<string, Json>[];
  const having = alternatives.filter((alternative) => key in alternative);
  const reading: Reading = { wrong: [], covered: [], places: [] };
  for (const part of parts) {
    const value = valueAt(contract, part);
    if (value !== undefined) reading.covered.push(claim(part, value));
  }
  for (const alternative of having) {
    reading.covered.push(claim(`/security/${alternatives.indexOf(alternative)}/${key}`, []));
  }
  const signature = schemes.find(([, scheme]) => isHeader(scheme, "Authorization"))?.[0] ?? "";
  const lacking = alternatives.filter((alternative) => !having.includes(alternative));
  const what =
    having.length === 0
      ? "no request of the contract can have it"
      : row.mandatory === false && lacking.length === 0
        ? "every request of the contract must have it"
        : row.mandatoryWithSignature && lacking.some((alternative) => signature in alternative)
          ? "a signed request of the contract need not have it"
          : undefined;
  if (what !== undefined) reading.wrong.push({ what, documented: name });
  return reading;
}

/** Whether a security scheme is the header of that name, or declares that the page names it so. */
function isHeader(scheme: Json, name: string): boolean {
  const { type, in: place, name: header, "x-discrepancy": discrepancy } = scheme as Record<string, Json>;
  if (type === "http") return name === "Authorization";
  if (type !== "apiKey" || place !== "header") return false;
  if (header === name) return true;
  const { documented } = (discrepancy ?? {}) as { documented?: string };
  return documented?.includes(`\`${name}\``) ?? false;
}

function readResponse(page: Page, contract: Json, status: string, row: Row): Reading | undefined {
  const place = `/paths/${escape(page.operation.path)}/${page.operation.method}/responses/${status}`;
  if (valueAt(contract, place) === undefined) return undefined;
  const { pointer, passed } = follow(contract, place);
  const reading: Reading = { wrong: [], covered: passed, places: [place, pointer] };
  const body = `${pointer}/content/application~1json/schema/$ref`;
  expect(reading, contract, body, `#${page.tables[row.body ?? ""]?.at}`, row.body);
  return reading;
}
