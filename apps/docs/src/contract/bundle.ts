import document from "@mpc-contract/openapi" with { type: "json" };

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Two sources of the contract disagree, here. */
export interface DiscrepancyText {
  documented: string;
  observed: string;
  decision: string;
}

/** No source of the contract says, here. */
export interface AssumptionText {
  question: string;
  decision: string;
}

/** What any part of the contract may carry. */
interface Described {
  description?: string;
  "x-discrepancy"?: DiscrepancyText;
  "x-assumptions"?: AssumptionText[];
}

export interface Schema extends Described {
  type?: string | string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: Json[];
  "x-extensible-enum"?: Json[];
  "x-enumDescriptions"?: Record<string, string>;
  "x-error-codes"?: Record<string, { when: string; statuses: number[]; message: string; mend: string }>;
  examples?: Json[];
  pattern?: string;
  "x-pattern-description"?: string;
  [keyword: string]: unknown;
}

/** Where a parameter stands in a request. */
export type ParameterPlace = "path" | "query" | "header" | "cookie";

export interface Parameter extends Described {
  name: string;
  in: ParameterPlace;
  required?: boolean;
  deprecated?: boolean;
  style?: string;
  explode?: boolean;
  schema: Schema;
  example?: Json;
}

export interface Header extends Described {
  required?: boolean;
  schema: Schema;
  example?: Json;
}

export interface Media {
  schema: Schema;
  examples?: Record<string, { summary?: string; value: Json }>;
}

export interface Body extends Described {
  required?: boolean;
  content?: Record<string, Media>;
}

export interface Response extends Described {
  headers?: Record<string, Header>;
  content?: Record<string, Media>;
}

export interface Operation extends Described {
  operationId: string;
  summary: string;
  tags?: string[];
  deprecated?: boolean;
  security?: Record<string, string[]>[];
  parameters?: unknown[];
  requestBody?: Body;
  responses: Record<string, Response>;
  "x-evidence"?: string;
}

export interface PathItem extends Described {
  summary?: string;
  parameters?: unknown[];
}

export interface SecurityScheme extends Described {
  type: string;
  in?: string;
  name?: string;
  scheme?: string;
}

export interface Server extends Described {
  url: string;
  variables?: Record<string, { default: string; description?: string; enum?: string[] }>;
  "x-region"?: string;
}

export interface Bundle {
  info: {
    title: string;
    version: string;
    summary: string;
    description: string;
    license: { name: string; identifier?: string };
  };
  servers: Server[];
  security: Record<string, string[]>[];
  tags: { name: string; description: string; "x-displayName": string }[];
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, Schema>;
    securitySchemes: Record<string, SecurityScheme>;
  };
}

/** The contract, every place of which is reached by a JSON Pointer (see `part`). */
export const bundle = document as unknown as Bundle;
