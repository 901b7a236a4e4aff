/** An error as the compiled code reports it. */
export interface CompiledError {
  /** Where in the value, as a JSON Pointer. */
  instancePath: string;
  /** Where in the schema, as a JSON Pointer with `#` before it. */
  schemaPath: string;
  /** The keyword that the value breaks. */
  keyword: string;
  /** What the keyword asks for, by names that depend on the keyword. */
  params: Record<string, unknown>;
}

/** A compiled schema. After it returned false, `errors` holds all errors, until the next call. */
interface CompiledSchema {
  (value: unknown): boolean;
  errors?: CompiledError[] | null;
}

/** What the errors of a compiled schema are explained with. Each place is a JSON Pointer into that schema. */
export interface UnitTables {
  /** Where in the bundle the places stand that are written elsewhere than their parent. */
  origins: Record<string, string>;
  /** The places where a secret stands. */
  secrets: string[];
  /** What the pattern at each place means, in words. */
  patterns: Record<string, string>;
}

/** A schema of the contract, compiled in both strengths. */
export interface Unit extends UnitTables {
  tolerant: CompiledSchema;
  strict: CompiledSchema;
}

/**
 * How much is a finding.
 *
 * - `tolerant`: what breaks a rule of the contract. Unknown properties, unknown query parameters and
 *   unknown words of open enums pass. For programs that talk to the service.
 * - `strict`: those as well. For tests.
 */
export type Strength = "tolerant" | "strict";
