/** The tables of the contract that messages are checked by. Each `contract` is a JSON Pointer into the bundle. */

/** A path of the contract. */
export interface PathTable {
  /** Such as `/v1/{project_id}/encryptions`. */
  template: string;
  contract: string;
  /** From method to operation. */
  operations: Record<string, string>;
}

/** A parameter, as far as it takes to decode it. */
export interface ParameterTable {
  name: string;
  in: "path" | "query" | "header";
  type: "string" | "integer" | "number" | "boolean" | "array";
}

/** A body by its media types, each with the unit that checks it. */
export type ContentTable = Record<string, { contract: string; unit: string }>;

interface ResponseTable {
  contract: string;
  /** The documented headers, in lower case. */
  headers: string[];
  headersUnit: string;
  content: ContentTable;
}

/** A header that a set of credentials needs, in lower case, and the scheme that its value begins with. */
export interface CredentialTable {
  header: string;
  scheme?: string;
}

export interface OperationTable {
  contract: string;
  parameters: ParameterTable[];
  /** The units of the parameters in each place. */
  units: Record<"path" | "query" | "header", string>;
  /** Sets of credentials, one of which is enough. */
  security: CredentialTable[][];
  securityContract: string;
  requestBody?: { contract: string; required: boolean; content: ContentTable };
  /** By status, `4XX` or `default`. */
  responses: Record<string, ResponseTable>;
}
