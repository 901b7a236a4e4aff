/** The tables of a contract that messages are checked by. Each `contract` is a JSON Pointer into its document. */
import type { ValueFinding } from "./finding.ts";
import type { Strength } from "./unit.ts";

/** A path of the contract. */
export interface PathTable {
  /** Such as `/v1/{project_id}/encryptions`. */
  template: string;
  /** Where the path is written. */
  contract: string;
  /** From method to operation. */
  operations: Record<string, string>;
}

/** A path of the contract, and what its template took from a path. */
export interface Route {
  /** The path of the contract. */
  path: PathTable;
  /** The values of its parameters, by name. */
  parameters: Record<string, string>;
}

/** A parameter, as far as it takes to decode it. */
export interface ParameterTable {
  name: string;
  in: "path" | "query" | "header";
  type: "string" | "integer" | "number" | "boolean" | "array";
}

/** A body by its media types or ranges of them, each with the unit that checks it, if anything is said of it. */
export type ContentTable = Record<string, MediaTable>;

export interface MediaTable {
  /** Where it is written. */
  contract: string;
  /** The unit that checks the body. */
  unit?: string;
}

/** What is checked of a response. */
export interface ResponseTable {
  /** Where the response is written. */
  contract: string;
  /** The documented headers, in lower case. */
  headers: string[];
  /** The unit that checks its headers. */
  headersUnit: string;
  /** Its body; empty when it has none. */
  content: ContentTable;
}

/** What a set of credentials needs. The name of a header is in lower case. */
export interface CredentialTable {
  /** The name of the header, of the query parameter or of the cookie. */
  name: string;
  /** Where it is when it is not in a header. */
  in?: "query" | "cookie";
  /** The scheme that the value of the header begins with. */
  scheme?: string;
}

/** What is checked of an operation, whatever its parameters look like. */
export interface OperationTable {
  /** Where the operation is written. */
  contract: string;
  /** The units of the parameters in each place. */
  units: Record<string, string>;
  /** Sets of credentials, one of which is enough. */
  security: CredentialTable[][];
  /** Where it is written which credentials are needed. */
  securityContract: string;
  /** The body of a request, if it may have one. */
  requestBody?: { contract: string; required: boolean; content: ContentTable };
  /** By status, `4XX` or `default`. */
  responses: Record<string, ResponseTable>;
}

/** An operation of this contract, whose parameters are simple ones. */
export interface SimpleOperationTable extends OperationTable {
  parameters: ParameterTable[];
}

/** A contract that messages can be checked against. */
export interface Contract<Operation extends OperationTable = OperationTable> {
  /** The operations, by ID. */
  operations: Record<string, Operation>;
  /** Finds the path that a path of a request fits. */
  findRoute: (pathname: string) => Route | undefined;
  /** The parameters of a request, each place's as an object of decoded values. */
  decodeParameters: (
    operation: Operation,
    path: Record<string, string>,
    query: string,
    header: (name: string) => string | undefined,
  ) => Record<string, unknown>;
  /** Decodes a body. Throws when it is not what its media type says. */
  decodeBody: (text: string, mediaType: string) => unknown;
  /** Checks a value. `base` goes before the place of each finding. */
  check: (unit: string, strength: Strength, value: unknown, base: string) => ValueFinding[];
}
