import type { OperationPart } from "../contract/operation.ts";
import { curl } from "./curl.ts";
import { sampleRequest } from "./request.ts";
import { typescript } from "./typescript.ts";

export interface Sample {
  /** The language, as a reader calls it. */
  label: string;
  /** The language, as the highlighter calls it. */
  language: string;
  code: string;
}

/** The request of an operation in each language. A language is listed here only when a test runs it. */
export function samplesOf(operation: OperationPart): Sample[] {
  const request = sampleRequest(operation);
  return [
    { label: "curl", language: "bash", code: curl(request) },
    { label: "TypeScript", language: "ts", code: typescript(request) },
  ];
}
