import { queryOf, urlOf, type SampleRequest } from "./request.ts";

/** The request as a line for a shell, with the token taken from the environment. */
export function curl(request: SampleRequest): string {
  const { method, credential, body, mediaType } = request;
  const query = queryOf(request);
  // Each part of the query has a line of its own, which `--get` puts into the URL.
  const options = [
    "--fail-with-body",
    ...(method === "GET" ? [] : [`--request ${method}`]),
    ...query.map(([name, value]) => `--data-urlencode ${quote(`${name}=${value}`)}`),
    `--header "${credential}: $TOKEN"`,
    ...(body === undefined
      ? []
      : [`--header "Content-Type: ${mediaType}"`, `--data ${quote(JSON.stringify(body, null, 2))}`]),
  ];
  return [`curl ${query.length === 0 ? "" : "--get "}${quote(urlOf(request))}`, ...options].join(" \\\n  ");
}

function quote(text: string): string {
  return /^[\w:/.?=&-]*$/.test(text) ? `"${text}"` : `'${text.replaceAll("'", `'\\''`)}'`;
}
