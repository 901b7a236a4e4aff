import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { type Contract, createContract } from "./contract/contract.ts";
import { isObject } from "./document/json.ts";
import { loadDocument } from "./document/load-document.ts";
import { DocumentError } from "./document/source-file.ts";

/**
 * Reads a contract.
 *
 * @param document A path, a URL, or the document itself; the first document that `redocly.yaml` names, in this
 * folder or in one above it, when absent.
 * @throws {DocumentError} When it cannot be read, is no OpenAPI 3.1, or uses what is not supported.
 */
export async function readContract(document?: string | URL | object): Promise<Contract> {
  return createContract(await loadDocument(document ?? findDocument()));
}

/** The path of the first document that `redocly.yaml` names, in this folder or in one above it. */
export function findDocument(): string {
  for (let at = process.cwd(); ; at = dirname(at)) {
    const file = join(at, "redocly.yaml");
    if (existsSync(file)) {
      const config = parse(readFileSync(file, "utf8")) as unknown;
      const apis = isObject(config) && isObject(config["apis"]) ? Object.values(config["apis"]) : [];
      const api = apis.find(isObject);
      if (typeof api?.["root"] === "string") return resolve(at, api["root"]);
    }
    if (at === dirname(at)) break;
  }
  throw new DocumentError("no contract: give a document, or name one under `apis` in redocly.yaml");
}
