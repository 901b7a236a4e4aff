/** One rule of the contract that a message breaks. It never holds a secret. */
export interface Finding {
  /** Which message. */
  in: "request" | "response";
  /** Where in the message, as a JSON Pointer: `/query/size`, `/header/x-request-id`, `/body/task_array/0/status`. */
  at: string;
  /**
   * Which rule: a keyword of JSON Schema (`type`, `required`, `maximum` …), `x-extensible-enum` for a
   * word that an open enum does not list, or a rule of the message: `path`, `method`, `security`,
   * `status`, `content-type`, `json` (the body is not JSON), `no-body` (there is one, and should not be).
   */
  rule: string;
  /** What the contract asks for, in words. */
  expected: string;
  /** What was there, in words. */
  found: string;
  /** Which part of the contract says so, as a JSON Pointer into the bundle. */
  contract: string;
}

/** A finding about a value, before it is known which message the value is of. */
export type ValueFinding = Omit<Finding, "in">;

/** One line that says all of a finding. */
export function describeFinding(finding: Finding): string {
  const { at, contract, expected, found, rule } = finding;
  const line = `${finding.in} ${at}: expected ${expected}, found ${found} (${rule}, ${contract})`;
  // A name that came over the wire may hold a line break, or a command to the terminal.
  return line.replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
