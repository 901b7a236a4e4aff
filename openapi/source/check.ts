import type { Json } from "../generate/index.ts";
import { claim, claimsOf, escape, follow, valueAt } from "./claims.ts";
import type { Claim } from "./claims.ts";
import type { Page, Row, Table } from "./page.ts";

export interface Findings {
  /** The rows that the contract does not keep, each with what is wrong. */
  rows: { table: string; row: string; problem: string }[];
  /** What the contract says and neither a row nor an addition does. */
  unlisted: Claim[];
  /** The additions that the contract does not say. */
  stale: Claim[];
}

/** What a row asks of the contract. */
interface Asked {
  /** The places where an `x-discrepancy` may say that the contract has it otherwise. */
  places: string[];
  /** What the contract must say: a JSON Pointer, and the value there or one of the values. */
  claims: [pointer: string, value: unknown][];
  /** What it may say besides, for the sake of the row: the references on the way. */
  passed: Claim[];
  /** What is wrong for another reason. */
  problem?: string;
}

/** Holds the contract to the page. */
export function check(page: Page, contract: Json): Findings {
  const { method, path } = page.operation;
  const said = claimsOf(contract, method, path);
  const covered = new Set<Claim>();
  const findings: Findings = { rows: [], unlisted: [], stale: [] };
  for (const [name, table] of Object.entries(page.tables)) {
    for (const [rowName, row] of Object.entries(table.rows)) {
      const asked = ask(page, contract, table, rowName, row);
      for (const [pointer, value] of asked?.claims ?? []) covered.add(claim(pointer, value));
      for (const each of asked?.passed ?? []) covered.add(each);
      const problem = problemOf(asked, contract);
      if (problem !== undefined) findings.rows.push({ table: name, row: rowName, problem });
    }
  }
  const added = new Set(Object.values(page.additions).flatMap((tree) => claimsIn(tree)));
  findings.unlisted = [...said].filter((each) => !covered.has(each) && !added.has(each));
  findings.stale = [...added].filter((each) => !said.has(each) || covered.has(each));
  return findings;
}

function problemOf(asked: Asked | undefined, contract: Json): string | undefined {
  if (asked === undefined) return "the contract lacks it";
  const missing = asked.claims.filter(([pointer, value]) => {
    const said = valueAt(contract, pointer);
    return Array.isArray(said) ? !said.includes(value as Json) : said !== value;
  });
  const lines = missing.map(([pointer, value]) => claim(pointer, value));
  const problem =
    asked.problem ?? (lines.length > 0 ? `the contract does not say ${lines.join(", ")}` : undefined);
  const isDeclared = asked.places.some((place) => valueAt(contract, `${place}/x-discrepancy`) !== undefined);
  return problem === undefined || isDeclared
    ? undefined
    : `${problem}. Mend it there, or declare it with an x-discrepancy`;
}

/** The claims of a tree of pointers. */
function claimsIn(value: unknown, pointer = ""): Claim[] {
  if (Array.isArray(value) && value.length > 0) return value.map((item) => claim(pointer, item));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [claim(pointer, value)];
  return Object.entries(value).flatMap(([key, inner]) =>
    claimsIn(inner, key.startsWith("/") ? key : `${pointer}/${key}`),
  );
}

function ask(page: Page, contract: Json, table: Table, name: string, row: Row): Asked | undefined {
  if (table.at !== undefined) {
    const place = `${table.at}/properties/${name}`;
    return valueAt(contract, place) === undefined ? undefined : askSchema(page, contract, place, row);
  }
  if (table.of === "header") return askHeader(contract, name, row);
  if (table.of === "response") return askResponse(page, contract, name, row);
  return askParameter(page, contract, table.of, name, row);
}

function askParameter(
  page: Page,
  contract: Json,
  kind: Table["of"],
  name: string,
  row: Row,
): Asked | undefined {
  const path = `/paths/${escape(page.operation.path)}`;
  for (const list of [`${path}/parameters`, `${path}/${page.operation.method}/parameters`]) {
    for (const index of ((valueAt(contract, list) ?? []) as Json[]).keys()) {
      const { pointer, passed } = follow(contract, `${list}/${index}`);
      if (valueAt(contract, `${pointer}/name`) !== name) continue;
      if (valueAt(contract, `${pointer}/in`) !== kind) continue;
      const schema = askSchema(page, contract, `${pointer}/schema`, row);
      const isMandatory = valueAt(contract, `${pointer}/required`) ?? false;
      if (isMandatory !== row.mandatory) {
        schema.problem ??= `it is ${isMandatory === true ? "" : "not "}mandatory in the contract`;
      }
      return {
        ...schema,
        places: [pointer, ...schema.places],
        claims: schema.claims,
        passed: [
          claim(`${pointer}/name`, name),
          claim(`${pointer}/in`, kind),
          claim(`${pointer}/required`, row.mandatory),
          ...passed,
          ...schema.passed,
        ],
      };
    }
  }
  return undefined;
}

const formats = {
  yyyymmddhhmmss: { takes: "20201119103952", refuses: ["2020-11-19T10:39:52Z", "20201119", "1605782392000"] },
};

function askSchema(page: Page, contract: Json, place: string, row: Row): Asked {
  const { pointer, passed } = follow(contract, place);
  const asked: Asked = { places: [place, pointer], claims: [], passed };
  const { type = "", format } = row;
  const [, items] = /^Array of (.+)s$/.exec(type) ?? [];
  const [, object] = /^(\w+) object$/.exec(type) ?? [];
  if (object !== undefined) {
    // The reference is what says which object it is.
    asked.claims.push([`${place}/$ref`, `#${page.tables[object]?.at}`], [`${pointer}/type`, "object"]);
  } else {
    asked.claims.push([`${pointer}/type`, type.startsWith("Array") ? "array" : type.toLowerCase()]);
  }
  if (items !== undefined) {
    const each = askSchema(page, contract, `${pointer}/items`, { type: items });
    asked.places.push(...each.places);
    asked.claims.push(...each.claims);
    asked.passed.push(...each.passed);
  }
  for (const bound of ["minimum", "maximum", "maxItems", "default"] as const) {
    if (row[bound] !== undefined) asked.claims.push([`${pointer}/${bound}`, row[bound]]);
  }
  if (format !== undefined) {
    const pattern = valueAt(contract, `${pointer}/pattern`);
    const { takes, refuses } = formats[format];
    const accepts = (text: string) => typeof pattern === "string" && new RegExp(pattern).test(text);
    asked.passed.push(claim(`${pointer}/pattern`, pattern));
    if (!accepts(takes) || refuses.some(accepts)) {
      asked.problem = `the pattern of the contract is not the format ${format}`;
    }
  }
  return asked;
}

/** A header of a request stands in the contract as a security scheme, and in the lists of those that go together. */
function askHeader(contract: Json, name: string, row: Row): Asked | undefined {
  const schemes = Object.entries(
    (valueAt(contract, "/components/securitySchemes") ?? {}) as Record<string, Json>,
  );
  const found = schemes.find(([, scheme]) => isHeader(scheme, name));
  if (found === undefined) return undefined;
  const place = `/components/securitySchemes/${found[0]}`;
  const keys = ["type", "in", "name"].filter((key) => valueAt(contract, `${place}/${key}`) !== undefined);
  const alternatives = (valueAt(contract, "/security") ?? []) as Record<string, Json>[];
  const having = alternatives.filter((alternative) => found[0] in alternative);
  const signature = schemes.find(([, scheme]) => isHeader(scheme, "Authorization"))?.[0] ?? "";
  const asked: Asked = {
    places: [],
    claims: [],
    passed: [
      ...keys.map((key) => claim(`${place}/${key}`, valueAt(contract, `${place}/${key}`))),
      ...having.map((alternative) => claim(`/security/${alternatives.indexOf(alternative)}/${found[0]}`, [])),
    ],
  };
  if (having.length === 0) asked.problem = "no request of the contract can have it";
  if (row.mandatory === false && having.length === alternatives.length) {
    asked.problem = "every request of the contract must have it";
  }
  if (
    row.mandatoryWithSignature &&
    alternatives.some((alternative) => signature in alternative && !having.includes(alternative))
  ) {
    asked.problem = "a signed request of the contract need not have it";
  }
  return asked;
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

function askResponse(page: Page, contract: Json, status: string, row: Row): Asked | undefined {
  const place = `/paths/${escape(page.operation.path)}/${page.operation.method}/responses/${status}`;
  if (valueAt(contract, place) === undefined) return undefined;
  const { pointer, passed } = follow(contract, place);
  const body = `${pointer}/content/application~1json/schema/$ref`;
  return {
    places: [place, pointer],
    claims: [[body, `#${page.tables[row.body ?? ""]?.at}`]],
    passed,
  };
}
