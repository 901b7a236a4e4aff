import type { OperationPart } from "../contract/operation.ts";
import type { Phrase } from "../words/en.ts";
import { curl } from "./curl.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { python } from "./python.ts";
import { sampleRequest } from "./request.ts";
import { typescriptClient } from "./typescript-client.ts";
import { typescript } from "./typescript.ts";

export interface Sample {
  /** The language, as a reader calls it. */
  label: string;
  /** The language, as the highlighter calls it. */
  language: string;
  code: string;
  /** What is said of a sample that the tests do not count on running. */
  note?: Phrase;
}

/** The request of an operation in each language. A test runs all that have no note. */
export function samplesOf(operation: OperationPart): Sample[] {
  const request = sampleRequest(operation);
  return [
    { label: "curl", language: "bash", code: curl(request) },
    { label: "TypeScript", language: "ts", code: typescriptClient(request) },
    { label: "TypeScript, raw", language: "ts", code: typescript(request) },
    { label: "Python", language: "python", code: python(request) },
    { label: "Go", language: "go", code: go(request), note: onlyWhere("Go") },
    { label: "Java", language: "java", code: java(request), note: onlyWhere("Java") },
  ];
}

function onlyWhere(tool: string): Phrase {
  return ({ samples }) => samples.onlyWhere(tool);
}
