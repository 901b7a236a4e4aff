import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/** A row of a table: a parameter, a header, a property or a response. */
export interface Row {
  /** Absent, where the table has no such column. */
  mandatory?: boolean;
  /** Given in words: mandatory once the request is signed. */
  mandatoryWithSignature?: true;
  /** As the table has it: `String`, `Array of strings`, `ObsObjInfo object` and the like. */
  type?: string;
  /** The table that describes the body, of a response. */
  body?: string;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  default?: unknown;
  format?: "yyyymmddhhmmss";
}

export interface Table {
  of?: "path" | "query" | "header" | "response";
  /** The JSON Pointer of the schema that the table describes. */
  at?: string;
  rows: Record<string, Row>;
}

/**
 * Where it is known from what the tables lack: the example of the page itself, the vendor's SDKs, other pages
 * of the vendor, or nowhere.
 */
type Grade = "example" | "sdk" | "docs" | "assumption";

export interface Page {
  operation: { method: string; path: string };
  tables: Record<string, Table>;
  /** What the contract says beyond the tables, by its grade: JSON Pointers, and the value or values there. */
  additions: Record<Grade, Record<string, unknown>>;
}

export async function readPage(): Promise<Page> {
  const file = new URL("querying-encryption-tasks.yaml", import.meta.url);
  return parse(await readFile(file, "utf8")) as Page;
}
