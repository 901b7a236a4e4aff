import { sampleUrl, type SampleRequest } from "./request.ts";

/** The request as a line for a shell, with the token taken from the environment. */
export function curl(request: SampleRequest): string {
  const options = [
    ...(request.method === "GET" ? [] : [`--request ${request.method}`]),
    `--header "${request.credential}: $TOKEN"`,
    ...(request.body === undefined
      ? []
      : [
          `--header "Content-Type: application/json"`,
          `--data ${quote(JSON.stringify(request.body, null, 2))}`,
        ]),
  ];
  return [`curl "${sampleUrl(request)}"`, ...options].join(" \\\n  ");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
