/** A signed request as a line for a shell. It sends what was signed, and nothing besides. */
export function curlOf({ method, url }: Request, headers: Headers, body: string): string {
  const target = url.replace(/#.*/, "");
  const fields = [...headers].map(([name, value]) => `${name}: ${value}`);
  // curl has a content type of its own for a body, which must not come in.
  if (body !== "" && !headers.has("Content-Type")) fields.push("content-type:");
  return [
    // curl takes brackets and braces for a set of URLs, unless it is told not to.
    `curl ${/[[\]{}]/.test(target) ? "--globoff " : ""}${quote(target)}`,
    ...(method === "GET" ? [] : [`--request ${method}`]),
    ...fields.map((field) => `--header ${quote(field)}`),
    ...(body === "" ? [] : [`--data-raw ${quote(body)}`]),
  ].join(" \\\n  ");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
